import { describe, expect, test } from "vitest"
import { Tree } from "../../src/language/tree.js"
import { lexicons, openReader } from "../../src/operations/reader.js"
import { candidatesOf, Surroundings } from "../../src/reading/candidates.js"
import { Linker } from "../../src/reading/linker.js"
import { Scene } from "../../src/reading/scene.js"
import { placeFeatures, placeScores } from "../../src/reading/sides.js"

const reader = await openReader()
const known = lexicons()

/** Everybody whom a sentence names, by id, with the words. */
async function named(text: string, language = "en") {
  const { layers } = await reader.read({ text, language })
  const { sentences, tokens, analysed, published } = layers
  const tree = new Tree(tokens, analysed)
  const linker = new Linker({ text, tree, sentences, lexicons: known, published: published.edtf })
  const scene = new Scene(tree, linker, text)
  const sentence = sentences[0]
  const lexicon = known.get(language)
  if (!sentence || !lexicon) throw new Error("no sentence")
  return { scene, lexicon, candidates: candidatesOf(scene, sentence, [], lexicon), layers }
}

const ids = async (text: string, language = "en"): Promise<string[][]> =>
  (await named(text, language)).candidates.map((c) => c.parties.map((p) => p.id))

describe("who may have a part in an act", () => {
  test("a list is one candidate", async () => {
    expect(await ids("Chad, Niger and Cameroon left the talks with Gabon.")).toEqual([
      ["TCD", "NER", "CMR"],
      ["GAB"],
    ])
  })

  test("words inside a phrase that names the same are none of their own", async () => {
    const found = await ids("The Norwegian foreign minister praised Iceland.")
    expect(found).toEqual([["NOR.GOV.foreign-minister"], ["ISL"]])
  })

  test("people without a state belong to the place that they are in", async () => {
    const [police] = await ids("Police in Ghent searched the house.")
    expect(police).toEqual(["BEL.COP.police"])
  })

  test("a town stands for its state", async () => {
    expect(await ids("Artillery shelled Kramatorsk on Friday.")).toContainEqual(["UKR"])
    expect(await ids("Артиллерия обстреляла Краматорск в пятницу.", "ru")).toContainEqual(["UKR"])
  })

  test("an organisation that no table knows is a candidate without a country", async () => {
    const { candidates } = await named("The Harrow Bridge Foundation sued the Senate of Chile.")
    const own = candidates[0]?.parties[0]
    expect(own?.text).toContain("Harrow Bridge Foundation")
    expect(own?.country).toBeNull()
  })
})

test("where somebody stands says what part he has", async () => {
  const { scene, lexicon, candidates, layers } = await named("Peru attacked Ecuador.")
  const verb = layers.tokens.forms.indexOf("attacked")
  const around = new Surroundings(scene, [verb], lexicon)
  const deed = { family: "incident", stage: "attack", event: "ASSAULT" }
  const context = { language: "en", word: "attack", count: 2 }
  const [subject, object] = candidates.map((c) =>
    placeScores(placeFeatures(around.of(c), deed, context)),
  )
  expect(subject?.[0]).toBeGreaterThan(subject?.[1] ?? 0)
  expect(object?.[1]).toBeGreaterThan(object?.[0] ?? 0)
})
