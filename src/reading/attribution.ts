import { markerOf } from "../language/functions.js"
import type { Lexicon } from "../language/lexicon.js"
import { wordKey } from "../language/lexicon.js"
import type { Speaker } from "../model/claim.js"
import { wordsOf } from "./person-name.js"
import type { Scene } from "./scene.js"

/** Who says so, from the nearest speaker outwards: the verbs of saying above the act, and `according to X`. */
export function attributionOf(scene: Scene, act: number, lexicon: Lexicon): readonly Speaker[] {
  const out: Speaker[] = []
  const { tree } = scene
  for (let here = act, steps = 0; here >= 0 && steps < 30; here = tree.head(here), steps++) {
    if (here !== act) saying(scene, here, act, lexicon, out)
    according(scene, here, lexicon, out)
  }
  return out.filter((s, i) => out.findIndex((o) => o.from === s.from) === i)
}

/** A verb of saying over the act, or beside it (`…, Report informs`). */
function saying(scene: Scene, verb: number, act: number, lexicon: Lexicon, out: Speaker[]): void {
  if (!isMarker(scene, verb, "verb", lexicon)) return
  const clause = scene.functions(verb, lexicon)
  const subject = clause.find((f) => f.name === "subj" && !scene.tree.isUnder(act, f.token))
  if (subject) out.push(speaker(scene, subject.token, verb))
}

function according(scene: Scene, t: number, lexicon: Lexicon, out: Speaker[]): void {
  const { tree } = scene
  for (const c of tree.children(t)) {
    const main = tree.mainRel(c)
    if ((main === "obl" || main === "nmod") && markerFits(markerOf(tree, c), lexicon))
      out.push(speaker(scene, c, c))
    if (main === "parataxis" && isMarker(scene, c, "verb", lexicon)) {
      const subject = scene.functions(c, lexicon).find((f) => f.name === "subj")
      if (subject) out.push(speaker(scene, subject.token, c))
    }
    if (
      (main === "obl" || main === "nmod" || main === "advmod") &&
      isMarker(scene, c, "preposition", lexicon)
    ) {
      const source = scene
        .functions(c, lexicon)
        .find((f) => f.name === "gen" || f.name === "obj" || f.name.startsWith("obl:"))
      out.push(speaker(scene, source?.token ?? c, c))
    }
  }
}

function markerFits(marker: string, lexicon: Lexicon): boolean {
  if (marker === "") return false
  const words = marker.split(" ").map(wordKey)
  return (lexicon.attribution.get(words[0] ?? "") ?? []).some(
    (m) => m.kind === "preposition" && m.words.every((w, i) => words[i] === w),
  )
}

/** True when a word, with the words that belong to it, marks a speaker: *said*, сообщил, اعلام کرد (not every کرد). */
export function isMarker(scene: Scene, t: number, kind: string, lexicon: Lexicon): boolean {
  const { tree } = scene
  for (const key of [wordKey(tree.lemma[t] ?? ""), wordKey(tree.form[t] ?? "")])
    for (const marker of lexicon.attribution.get(key) ?? []) {
      if (marker.kind !== kind) continue
      const rest = marker.words.filter((w) => w !== key)
      const near = [...tree.children(t), t + 1, t - 1]
      if (
        rest.every((w) =>
          near.some(
            (n) =>
              n >= 0 && (wordKey(tree.lemma[n] ?? "") === w || wordKey(tree.form[n] ?? "") === w),
          ),
        )
      )
        return true
    }
  return multiword(scene, t, kind, lexicon)
}

/**
 * Persian verbs of saying are a noun and a verb (`اعلام کرد`), or a phrase (`به اطلاع رساند`): found from the verb through
 * its noun; every further word of the marker must stand beside either.
 */
function multiword(scene: Scene, t: number, kind: string, lexicon: Lexicon): boolean {
  for (const c of scene.tree.children(t)) {
    const rel = scene.tree.rel(c)
    if (rel !== "compound:lvc" && scene.tree.mainRel(c) !== "obj" && c !== t - 1) continue
    const noun = wordKey(scene.tree.lemma[c] ?? "")
    const verb = wordKey(scene.tree.lemma[t] ?? "")
    for (const marker of lexicon.attribution.get(noun) ?? []) {
      if (marker.kind !== kind || marker.words.length < 2) continue
      const rest = marker.words.filter((word) => word !== noun)
      if (
        rest.includes(verb) &&
        rest.every((word) => word === verb || hasNear(scene, [t, c], word))
      )
        return true
    }
  }
  return false
}

/** True when a word stands under or right beside one of the tokens. */
function hasNear({ tree }: Scene, tokens: readonly number[], word: string): boolean {
  return tokens.some((t) =>
    [...tree.children(t), t - 1, t + 1].some(
      (n) =>
        n >= 0 && (wordKey(tree.lemma[n] ?? "") === word || wordKey(tree.form[n] ?? "") === word),
    ),
  )
}

function speaker(scene: Scene, token: number, verb: number): Speaker {
  const party = scene.linker.partiesAt(token)[0]
  const words = wordsOf(scene.tree, scene.text, token, token + 1)
  const { from, to, text } = party ?? words
  const says = scene.text.slice(scene.tree.tokens.from[verb], scene.tree.tokens.to[verb])
  return { id: party?.id ?? null, name: party?.name ?? text, from, to, text, verb: says }
}
