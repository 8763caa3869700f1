import { SingleBar } from "cli-progress"

/** A bar on standard error that counts reports; silent unless that is a terminal or it was asked for. */
export class Progress {
  private readonly bar: SingleBar | null

  constructor(what: string, wanted: boolean | undefined) {
    const shown = wanted ?? process.stderr.isTTY === true
    const format = `${what} {bar} {value} reports, {claims} claims, {duration_formatted}`
    const options = {
      format,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: wanted === true,
    }
    this.bar = shown ? new SingleBar(options) : null
    this.bar?.start(0, 0, { claims: 0 })
  }

  private claims = 0
  private reports = 0

  step(claims: number): void {
    this.reports++
    this.claims += claims
    this.bar?.setTotal(this.reports)
    this.bar?.update(this.reports, { claims: this.claims })
  }

  stop(): void {
    this.bar?.stop()
  }
}
