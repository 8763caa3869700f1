import type { ReadTask } from "./read-worker.js"
import type { ReadDocument, Reader } from "./reader-type.js"
import { Thread } from "./thread.js"

type Hand = Thread<ReadTask, ReadDocument>

/** A reader over so many threads; each has a network of its own. Threads start when they are first needed. */
export function openPool(size: number, options: { readonly layers?: boolean } = {}): Reader {
  const hands: Hand[] = []
  return {
    read(input) {
      const living = hands.filter((hand) => !hand.lost)
      const idle = living.find((hand) => hand.busy === 0)
      const fresh = (): Hand => new Thread("./read-worker.js")
      const hand = idle ?? (living.length < size ? fresh() : leastBusy(living))
      if (!hands.includes(hand)) hands.push(hand)
      return hand.ask({ input, layers: options.layers ?? false })
    },
  }
}

function leastBusy(hands: readonly Hand[]): Hand {
  return hands.reduce((least, hand) => (hand.busy < least.busy ? hand : least))
}
