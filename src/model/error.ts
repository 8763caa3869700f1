/**
 * The caller or the world is at fault: files, database, network, requests. Doors translate `code` to an exit
 * status, an HTTP problem or an MCP error; the message says what to do.
 */
export class DragomanError extends Error {
  override readonly name = "DragomanError"

  constructor(
    /** Such as `intake/unreadable`, `ledger/absent`. */
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(message, options)
  }
}
