import { lstat, open, readdir, realpath, stat } from "node:fs/promises"
import { join } from "node:path"
import { DragomanError } from "../model/error.js"

/** A file larger than this is refused rather than filling the memory. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** One file to read, or why it cannot be. */
export interface FoundFile {
  readonly file: string
  readonly error: DragomanError | null
}

/**
 * The files that paths name, in the order given; folders are walked in name order, hidden entries left out.
 * A folder that links lead back to is entered once.
 */
export async function* filesUnder(paths: readonly string[]): AsyncGenerator<FoundFile> {
  const entered = new Set<string>()
  for (const path of paths) yield* walk(path, entered)
}

async function* walk(path: string, entered: Set<string>): AsyncGenerator<FoundFile> {
  let kind: Awaited<ReturnType<typeof stat>>
  try {
    kind = await stat(path)
  } catch (cause) {
    yield { file: path, error: await unreachable(path, cause) }
    return
  }
  if (kind.isFile()) yield { file: path, error: null }
  else if (kind.isDirectory()) yield* walkFolder(path, entered)
  else yield { file: path, error: notAFile(path) }
}

async function* walkFolder(path: string, entered: Set<string>): AsyncGenerator<FoundFile> {
  const real = await realpath(path)
  if (entered.has(real)) return
  entered.add(real)
  let names: string[]
  try {
    names = await readdir(path)
  } catch (cause) {
    yield { file: path, error: await unreachable(path, cause) }
    return
  }
  for (const name of names.sort()) if (!name.startsWith(".")) yield* walk(join(path, name), entered)
}

async function unreachable(path: string, cause: unknown): Promise<DragomanError> {
  const { code } = cause as { code?: string }
  const details = { path, code }
  if (code === "EACCES" || code === "EPERM")
    return new DragomanError(
      "files/forbidden",
      "you may not read it: change its permissions",
      details,
      { cause },
    )
  const dangling =
    code === "ENOENT" &&
    (await lstat(path).then(
      () => true,
      () => false,
    ))
  if (dangling)
    return new DragomanError(
      "files/absent",
      "a link that leads nowhere: remove it or mend it",
      details,
      { cause },
    )
  if (code === "ELOOP")
    return new DragomanError("files/loop", "a link that leads to itself: remove it", details, {
      cause,
    })
  return new DragomanError(
    "files/absent",
    "there is no such file or folder: check the name",
    details,
    { cause },
  )
}

function notAFile(path: string): DragomanError {
  return new DragomanError("files/not-a-file", "neither a file nor a folder: name a file", { path })
}

/**
 * The bytes of a file.
 * @throws DragomanError `files/too-large`, `files/forbidden`, `files/absent`.
 */
export async function bytesOf(path: string, largest = LARGEST_FILE): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > largest) throw tooLarge(path, size, largest)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause
    throw await unreachable(path, cause)
  }
}

function tooLarge(path: string, size: number, largest: number): DragomanError {
  const message = `${size} bytes are more than ${largest}: split the file`
  return new DragomanError("files/too-large", message, { path, size, largest })
}
