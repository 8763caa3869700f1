/** A remark about a text that defeats us somewhere; never thrown. */
export interface Note {
  readonly code: string
  readonly reason: string
  readonly from: number
  readonly to: number
}
