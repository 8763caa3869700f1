import { type ModelFile, networkError } from "./weights.js"

/** A place in the memory of the arithmetic, in bytes. */
export type Pointer = number

interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** Exports of encoder/build/encoder.wasm; their arguments are explained in encoder/assembly. */
export interface Arithmetic {
  readonly memory: Memory
  product(...args: number[]): void
  quantise(...args: number[]): void
  reluQuantise(...args: number[]): void
  geluQuantise(...args: number[]): void
  addNorm(...args: number[]): void
  embed(...args: number[]): void
  mixIn(...args: number[]): void
  attention(...args: number[]): void
  choose(...args: number[]): void
  arcs(...args: number[]): void
  arcShares(...args: number[]): void
  relations(...args: number[]): void
}

/** Activations rounded to whole numbers: room for i16 and for one f32 scale a row. */
export interface Rounded {
  readonly whole: Pointer
  readonly scales: Pointer
}

/** The arithmetic with a model laid out in its memory, and room for more. */
export interface Engine {
  readonly run: Arithmetic
  /** Where a tensor of the model begins. */
  tensor(name: string): Pointer
  /** Rows of a matrix, padded to a multiple of eight. */
  rows(matrix: string): number
  /** Takes room of so many bytes, beginning at a multiple of 64. */
  room(bytes: number): Pointer
  /** Takes room for so many f32 or u32. */
  floats(count: number): Pointer
  /** Room that any call may overwrite. */
  readonly scratch: Pointer
  /** Products of `count` rounded rows of `inputs` numbers with a matrix, plus its bias, as f32. */
  multiply(matrix: string, from: Rounded, count: number, inputs: number, to: Pointer): void
  /** Views, valid until the next `room`. */
  f32(from: Pointer, count: number): Float32Array
  u32(from: Pointer, count: number): Uint32Array
  bytes(): Uint8Array
}

/**
 * Sub-words that fit into one batch: as many as a window of a sentence may have, with begin and
 * end.
 */
export const TOKENS = 512
/** Rows of a buffer with one row a sub-word: attention writes up to the next multiple of four. */
export const ROWS = TOKENS + 8

const PAGE = 65536
/** Tensors that only JavaScript reads. */
const OUTSIDE = new Set(["pieces", "pieces.s", "letters"])

/**
 * The greatest whole number of an activation such that sums over `inputs` products with i8 stay
 * below 2³¹.
 */
export function limitFor(inputs: number): number {
  return Math.min(32767, Math.floor((2 ** 31 - 1) / (127 * inputs)))
}

interface WebAssemblyApi {
  instantiate(code: Uint8Array | object, imports: object): Promise<unknown>
}

/**
 * Compiles the arithmetic (bytes or a `WebAssembly.Module`) and copies the model into its memory.
 */
export async function createEngine(model: ModelFile, wasm: Uint8Array | object): Promise<Engine> {
  const { WebAssembly: api } = globalThis as unknown as { WebAssembly?: WebAssemblyApi }
  if (!api) {
    throw networkError(
      "language/no-webassembly",
      "This runtime has no WebAssembly: use Node 20.19 or later, or a current browser.",
    )
  }
  const made = (await api.instantiate(wasm, {})) as { instance?: { exports: unknown } }
  const instance = made.instance ?? (made as { exports: unknown })
  return layOut(model, instance.exports as Arithmetic)
}

/** The memory's first page belongs to the program; behind it come the tensors, then the rooms. */
function layOut(model: ModelFile, run: Arithmetic): Engine {
  const { memory } = run
  let end = PAGE
  const room = (bytes: number): Pointer => {
    const from = end
    end = Math.ceil((end + bytes) / 64) * 64
    const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE)
    if (missing > 0) memory.grow(missing)
    return from
  }
  const inside = [...model.tensors].filter(([name]) => !OUTSIDE.has(name))
  const tensors = new Map(inside.map(([name, { bytes }]) => [name, room(bytes.length)]))
  const view = new Uint8Array(memory.buffer)
  for (const [name, { bytes }] of inside) view.set(bytes, tensors.get(name) as number)

  const tensor = (name: string): Pointer => {
    const from = tensors.get(name)
    if (from !== undefined) return from
    throw networkError(
      "language/damaged-model",
      `The model file has no tensor ${name}: export it again with training/export.py.`,
    )
  }
  // Sizes only: what holds on to a tensor holds on to the bytes of the whole file.
  const counts = new Map(inside.map(([name, { shape }]) => [name, shape[0] ?? 0]))
  const rows = (matrix: string): number => Math.ceil((counts.get(`${matrix}.w`) ?? 0) / 8) * 8
  const widest = Math.max(model.config.inner, 3 * model.config.hidden)
  const scratch = room(Math.max(16 * widest, 36 * (TOKENS + 16) * 4))
  const multiply: Engine["multiply"] = (matrix, { whole, scales }, count, inputs, to) => {
    const [w, s, b] = [tensor(`${matrix}.w`), tensor(`${matrix}.s`), tensor(`${matrix}.b`)]
    run.product(whole, scales, count, inputs, w, s, b, rows(matrix), to, scratch)
  }
  return {
    run,
    tensor,
    rows,
    room,
    floats: (count) => room(count * 4),
    scratch,
    multiply,
    f32: (from, count) => new Float32Array(memory.buffer, from, count),
    u32: (from, count) => new Uint32Array(memory.buffer, from, count),
    bytes: () => new Uint8Array(memory.buffer),
  }
}
