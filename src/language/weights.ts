/**
 * The file that holds the network: a header in JSON and tensors behind it. Layout:
 * `training/export.py`.
 */

/** Sizes of the network. */
export interface ModelConfig {
  readonly hidden: number
  readonly layers: number
  readonly heads: number
  readonly inner: number
  readonly epsilon: number
  readonly arc: number
  readonly label: number
  readonly places: number
}

/** What the network's answers mean: each list is in the order of the scores. */
export interface Inventory {
  readonly styles: readonly string[]
  readonly upos: readonly string[]
  /** Values of each attribute of FEATS; the first is `_`, absent. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly rels: readonly string[]
  readonly lemma: readonly string[]
  readonly names: readonly string[]
  /** Types of acts, the first none; kinds of acts (family/stage); statuses. Absent in a model that knows no acts. */
  readonly types?: readonly string[]
  readonly kinds?: readonly string[]
  readonly statuses?: readonly string[]
}

/** Numbers of special sub-words and the limits of a word. */
export interface SubWordConfig {
  readonly begin: number
  readonly end: number
  readonly unknown: number
  readonly bare: number
  readonly unknownScore: number
  readonly longest: number
}

/** How a tensor is stored. */
export type TensorType = "f32" | "f16" | "q4" | "i8" | "text"

/** One tensor; `bytes` is a view into the file. */
export interface Tensor {
  readonly type: TensorType
  readonly shape: readonly number[]
  readonly bytes: Uint8Array
}

/** A model file, opened. */
export interface ModelFile {
  readonly config: ModelConfig
  readonly inventory: Inventory
  readonly subwords: SubWordConfig
  /** Base, seed, passes, licences. */
  readonly about: Readonly<Record<string, unknown>>
  readonly tensors: ReadonlyMap<string, Tensor>
}

interface Entry {
  readonly type: TensorType
  readonly shape: readonly number[]
  readonly offset: number
  readonly bytes: number
}

const MAGIC = 0x4d475244
const VERSION = 1
const ALIGN = 64

/** Codes of the errors that this folder throws. */
export type NetworkErrorCode =
  | "language/not-a-model"
  | "language/model-version"
  | "language/damaged-model"
  | "language/no-webassembly"

/** An error with a code; the message says what to do. */
export function networkError(code: NetworkErrorCode, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code })
}

/**
 * Opens a model file. The tensors are views into `bytes`: keep it unchanged while they are in use.
 */
export function readModel(bytes: Uint8Array): ModelFile {
  const size = headerSize(bytes)
  const header = headerOf(bytes.subarray(12, 12 + size))
  const start = Math.ceil((12 + size) / ALIGN) * ALIGN
  const tensors = new Map<string, Tensor>()
  for (const [name, entry] of Object.entries(header.tensors)) {
    const from = start + entry.offset
    if (from + entry.bytes > bytes.length) {
      throw networkError(
        "language/damaged-model",
        `The model file ends at byte ${bytes.length}, before tensor ${name} does: fetch it again.`,
      )
    }
    const view = bytes.subarray(from, from + entry.bytes)
    tensors.set(name, { type: entry.type, shape: entry.shape, bytes: view })
  }
  const { config, inventory, subwords, about } = header
  return { config, inventory, subwords, about, tensors }
}

/** The tensor of that name; throws if the file has none. */
export function tensorOf(model: ModelFile, name: string): Tensor {
  const tensor = model.tensors.get(name)
  if (tensor) return tensor
  throw networkError(
    "language/damaged-model",
    `The model file has no tensor ${name}: export it again with training/export.py.`,
  )
}

/** The numbers of an f32 tensor, copied. */
export function numbersOf(model: ModelFile, name: string): Float32Array {
  const { bytes } = tensorOf(model, name)
  // Not `slice`: of a Node Buffer it copies nothing.
  return new Float32Array(new Uint8Array(bytes).buffer)
}

/** The words of a text tensor. */
export function textOf(model: ModelFile, name: string): string {
  return decode(tensorOf(model, name).bytes)
}

/** Copied first: browsers do not decode what lies in shared memory. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes))
}

function headerSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC) {
    const pointer = bytes.length < 1024 ? " (an LFS pointer? run `git lfs pull`)" : ""
    throw networkError(
      "language/not-a-model",
      `These ${bytes.length} bytes are no model file${pointer}: hand in those of models/reader.bin.`,
    )
  }
  const version = view.getUint32(4, true)
  if (version !== VERSION) {
    throw networkError(
      "language/model-version",
      `The model file has version ${version}, this program reads ${VERSION}: use its own file.`,
    )
  }
  return view.getUint32(8, true)
}

type Header = Omit<ModelFile, "tensors"> & { readonly tensors: Readonly<Record<string, Entry>> }

function headerOf(bytes: Uint8Array): Header {
  try {
    return JSON.parse(decode(bytes)) as Header
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw networkError(
      "language/damaged-model",
      "The header of the model file is not JSON: fetch the file again.",
      cause,
    )
  }
}
