import { useLayoutEffect, useMemo, useRef, type RefObject } from "react"
import { useSay } from "../i18n/index.js"
import { piecesOf } from "../text/controls.js"
import { light } from "./light.js"
import type { Lit } from "./roles.js"

/** Text to the letter; what is hidden in it (direction marks, zero-width characters) is shown by name. */
export function Plain({ text }: { text: string }) {
  const say = useSay()
  const pieces = useMemo(() => piecesOf(text), [text])
  if (pieces.length === 1 && pieces[0]?.hidden === null) return text
  return pieces.map((piece, at) =>
    piece.hidden === null ? (
      piece.text
    ) : (
      <bdi
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
        key={at}
        className="hidden-mark"
        data-name={piece.hidden}
        role="img"
        aria-label={say("hidden.mark", { name: piece.hidden })}
      >
        {piece.text}
      </bdi>
    ),
  )
}

/** A short text of unknown direction. */
export function Bdi({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <bdi lang={lang}>
      <Plain text={text} />
    </bdi>
  )
}

export interface PassageProps {
  readonly text: string
  /** Where the text begins in its report. */
  readonly from: number
  readonly lit: readonly Lit[]
  readonly language: string | null
  readonly className?: string
  readonly element?: RefObject<HTMLParagraphElement | null>
}

/** A passage in its own script and direction with the words lit. */
export function Passage({ text, from, lit, language, className = "", element }: PassageProps) {
  const own = useRef<HTMLParagraphElement>(null)
  const at = element ?? own
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text node is new when the text is
  useLayoutEffect(() => {
    return at.current ? light(at.current, from, lit) : undefined
  }, [at, from, lit, text])
  return (
    <p ref={at} className={`passage ${className}`} dir="auto" lang={language ?? undefined}>
      <Plain text={text} />
    </p>
  )
}
