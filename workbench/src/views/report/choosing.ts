import { useEffect, useMemo, useState, type KeyboardEvent } from "react"
import { positionIn } from "../../passage/light.js"

/** Words of a report that are chosen: half-open UTF-16 positions in its text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The whole words of a text; letters that are joined are never parted. */
export function wordsOf(text: string, language: string | null): readonly Stretch[] {
  const known = language && Intl.Segmenter.supportedLocalesOf(language).length > 0 ? language : "en"
  const parts = new Intl.Segmenter(known, { granularity: "word" }).segment(text)
  const words: Stretch[] = []
  for (const { index, segment, isWordLike } of parts)
    if (isWordLike) words.push({ from: index, to: index + segment.length })
  return words
}

/** The stretch of whole words that a stretch touches. */
export function wholeWords(words: readonly Stretch[], { from, to }: Stretch): Stretch | null {
  const touched = words.filter((word) => word.from < to && word.to > from)
  const [first, last] = [touched[0], touched.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

function pointOf(node: Node | null, offset: number): number | null {
  const block = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(
    "[data-from]",
  )
  if (!block || !node) return null
  const at = positionIn(block, node, offset)
  return at === null ? null : Number(block.dataset["from"]) + at
}

function selected(): Stretch | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = pointOf(range.startContainer, range.startOffset)
  const to = pointOf(range.endContainer, range.endOffset)
  return from !== null && to !== null && from < to ? { from, to } : null
}

export interface Choosing {
  readonly chosen: Stretch | null
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Chooses words by the mouse's selection, or by arrow keys word for word (Shift extends, up and down by paragraph). */
export function useChoosing(text: string, language: string | null, active: boolean): Choosing {
  const words = useMemo(() => (active ? wordsOf(text, language) : []), [text, language, active])
  const [chosen, setChosen] = useState<Stretch | null>(null)
  const [anchor, setAnchor] = useState(0)
  const [head, setHead] = useState(-1)

  useEffect(() => {
    if (!active) return setChosen(null)
    const follow = () => {
      const stretch = selected()
      const whole = stretch && wholeWords(words, stretch)
      if (whole) setChosen(whole)
    }
    document.addEventListener("selectionchange", follow)
    return () => document.removeEventListener("selectionchange", follow)
  }, [active, words])

  function go(to: number, extend: boolean): void {
    const at = Math.max(0, Math.min(words.length - 1, to))
    const start = extend ? anchor : at
    const [a, b] = [words[Math.min(start, at)], words[Math.max(start, at)]]
    if (!a || !b) return
    setAnchor(start)
    setHead(at)
    setChosen({ from: a.from, to: b.to })
  }

  function paragraph(step: 1 | -1): number {
    const here = words[head]?.from ?? 0
    const end = step === 1 ? text.indexOf("\n", here) : text.lastIndexOf("\n", here)
    if (end < 0) return step === 1 ? words.length - 1 : 0
    const beyond = words.findIndex((word) => word.from > end)
    return step === 1 ? beyond : Math.max(0, beyond - 1)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return
    const leftwards = getComputedStyle(event.currentTarget).direction === "rtl"
    const steps: Record<string, () => number> = {
      ArrowRight: () => head + (leftwards ? -1 : 1),
      ArrowLeft: () => head + (leftwards ? 1 : -1),
      ArrowDown: () => paragraph(1),
      ArrowUp: () => paragraph(-1),
      Home: () => 0,
      End: () => words.length - 1,
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    go(step(), event.shiftKey)
  }

  return { chosen, onKeyDown }
}
