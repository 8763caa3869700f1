/**
 * A model file with random weights, small enough to be made in a test; laid out as by
 * training/export.py.
 */

const CONFIG = { hidden: 64, layers: 2, heads: 2, inner: 128, epsilon: 1e-12 }
const SIZES = { arc: 32, label: 16, places: 512 }

const INVENTORY = {
  styles: ["", "one", "two"],
  upos: ["NOUN", "VERB", "PUNCT"],
  attributes: { Case: ["_", "Gen", "Nom"], NumForm: ["_", "Digit"], Number: ["_", "Plur", "Sing"] },
  rels: ["nsubj", "obj", "parataxis", "punct", "root"],
  lemma: ["L|0||0|", "U|0||0|", "L|0||1|", "L|3||9|x", "L=be"],
  names: ["PER", "ORG", "LOC"],
}

const SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "▁"]
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz.,абвгдежзиклмнопрстуابتدرسکمنوی"]
const PIECES = [...SPECIAL, ...LETTERS, "▁a", "ab", "▁the", "ing", "▁по", "می"]
const NORMAL = { "\u200c": " ", A: "a", "\u0001": "" }

interface Entry {
  type: string
  shape: number[]
  offset: number
  bytes: number
}

/** Uniform numbers in [-1, 1), always the same. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

class Pack {
  readonly table: Record<string, Entry> = {}
  private readonly parts: Uint8Array[] = []
  private size = 0
  private readonly next = numbers(7)

  add(name: string, type: string, shape: number[], bytes: Uint8Array): void {
    this.table[name] = { type, shape, offset: this.size, bytes: bytes.length }
    const padded = new Uint8Array(Math.ceil(bytes.length / 64) * 64)
    padded.set(bytes)
    this.parts.push(padded)
    this.size += padded.length
  }

  floats(name: string, shape: number[], make: (random: number) => number): void {
    const count = shape.reduce((a, b) => a * b, 1)
    const values = Float32Array.from({ length: count }, () => make(this.next()))
    this.add(name, "f32", shape, new Uint8Array(values.buffer))
  }

  bytes(name: string, type: string, shape: number[], count: number): void {
    const values = Uint8Array.from({ length: count }, () => this.next() * 127 + 127)
    this.add(name, type, shape, values)
  }

  matrix(name: string, rows: number, inputs: number): void {
    const padded = Math.ceil(rows / 8) * 8
    this.bytes(`${name}.w`, "i8", [rows, inputs], padded * inputs)
    this.floats(`${name}.s`, [padded], (r) => (1 + r / 2) / (40 * Math.sqrt(inputs)))
    this.floats(`${name}.b`, [padded], (r) => r / 10)
  }

  text(name: string, text: string): void {
    this.add(name, "text", [1], new TextEncoder().encode(text))
  }

  write(header: object): Uint8Array {
    const json = new TextEncoder().encode(JSON.stringify({ ...header, tensors: this.table }))
    const start = Math.ceil((12 + json.length) / 64) * 64
    const file = new Uint8Array(start + this.size).fill(0x20)
    const view = new DataView(file.buffer)
    file.set(new TextEncoder().encode("DRGM"))
    view.setUint32(4, 1, true)
    view.setUint32(8, start - 12, true)
    file.set(json, 12)
    let at = start
    for (const part of this.parts) {
      file.set(part, at)
      at += part.length
    }
    return file
  }
}

/** Blocks of 32 four-bit weights with the scale 1/16 in half precision. */
function words(pack: Pack, count: number): void {
  pack.bytes("words", "q4", [count, CONFIG.hidden], (count * CONFIG.hidden * 18) / 32)
}

function setScales(file: Uint8Array, entry: Entry, start: number): void {
  for (let at = start + entry.offset; at < start + entry.offset + entry.bytes; at += 18) {
    file[at] = 0x00
    file[at + 1] = 0x2c
  }
}

/** The bytes of the tiny model. */
export function tinyModel(): Uint8Array {
  const pack = new Pack()
  const { hidden, inner, layers } = CONFIG
  words(pack, PIECES.length)
  pack.add("places", "f16", [SIZES.places, hidden], places(SIZES.places * hidden))
  const norm = (name: string): void => {
    pack.floats(`${name}.w`, [hidden], (r) => 1 + r / 4)
    pack.floats(`${name}.b`, [hidden], (r) => r / 4)
  }
  norm("norm")
  for (let n = 0; n < layers; n++) {
    pack.matrix(`${n}.qkv`, 3 * hidden, hidden)
    pack.matrix(`${n}.ao`, hidden, hidden)
    pack.matrix(`${n}.fi`, inner, hidden)
    pack.matrix(`${n}.fo`, hidden, inner)
    norm(`${n}.aln`)
    norm(`${n}.oln`)
  }
  heads(pack)
  pack.text("pieces", PIECES.join("\n"))
  pack.floats("pieces.s", [PIECES.length], (r) => -10 + r)
  pack.text("letters", JSON.stringify(NORMAL))
  const special = { begin: 0, end: 2, unknown: 3, bare: 4, unknownScore: -30, longest: 12 }
  const file = pack.write({
    config: { ...CONFIG, ...SIZES },
    inventory: INVENTORY,
    subwords: special,
    about: {},
  })
  const start = 12 + new DataView(file.buffer).getUint32(8, true)
  setScales(file, pack.table.words as Entry, start)
  return file
}

/** Half-precision numbers between 1/16 and 1/8 or their negatives. */
function places(count: number): Uint8Array {
  const next = numbers(3)
  const halves = Uint16Array.from({ length: count }, () => {
    const sign = next() < 0 ? 0x8000 : 0
    return sign | (0x2c00 + Math.floor((next() + 1) * 511))
  })
  return new Uint8Array(halves.buffer)
}

function heads(pack: Pack): void {
  const { hidden, layers } = CONFIG
  const { arc, label } = SIZES
  const values = Object.values(INVENTORY.attributes).flat().length
  pack.floats("mix", [2, layers + 1], (r) => (1 + r / 2) / (layers + 1))
  pack.floats("style", [INVENTORY.styles.length, hidden], (r) => r / 10)
  pack.matrix("upos", INVENTORY.upos.length, hidden)
  pack.matrix("feats", values, hidden)
  pack.matrix("lemma", INVENTORY.lemma.length, hidden)
  pack.matrix("names", 9, hidden)
  pack.matrix("arc.dep", arc, hidden)
  pack.matrix("arc.head", arc, hidden)
  pack.matrix("label.dep", label, hidden)
  pack.matrix("label.head", label, hidden)
  pack.matrix("arc", arc, arc)
  pack.matrix("label", INVENTORY.rels.length * label, label)
  pack.matrix("label.d", INVENTORY.rels.length, label)
  pack.matrix("label.h", INVENTORY.rels.length, label)
}
