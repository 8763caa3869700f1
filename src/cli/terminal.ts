import { styleText } from "node:util"
import type { DragomanError } from "../model/error.js"

type Style = Parameters<typeof styleText>[0]

/** Standard output and error of one run, and whether anything failed. */
export class Terminal {
  /** 0, or 1 once an input could not be read. */
  status: 0 | 1 = 0

  /** Prints one line and waits while the reader of a pipe is slow. */
  async print(line: string): Promise<void> {
    if (!process.stdout.write(`${line}\n`))
      await new Promise((resolve) => process.stdout.once("drain", resolve))
  }

  json(value: unknown): Promise<void> {
    return this.print(JSON.stringify(value))
  }

  /** A remark for a person: on standard error, and only when that is a terminal. */
  remark(line: string): void {
    if (process.stderr.isTTY) process.stderr.write(`${line}\n`)
  }

  /** One line for an input that could not be read: where, code, and what to do. */
  fail(from: string, error: Pick<DragomanError, "code" | "message">): void {
    this.status = 1
    const oneLine = (text: string) => visible(text.replace(/\s*[\r\n]+\s*/g, " "))
    process.stderr.write(`dragoman: ${oneLine(from)}: ${error.code}: ${oneLine(error.message)}\n`)
  }

  get columns(): number {
    return process.stdout.columns ?? (Number(process.env.COLUMNS) || 100)
  }

  /** Styles text when standard output is a terminal and NO_COLOR is not set. */
  style(style: Style, text: string): string {
    const wanted =
      process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb"
    return wanted ? styleText(style, text, { validateStream: false }) : text
  }

  /** Persian and Arabic text fenced off, so that it does not turn the rest of the line round. */
  isolate(text: string): string {
    return process.stdout.isTTY && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)
      ? `\u2068${text}\u2069`
      : text
  }
}

/** Control characters, and marks that turn text round, as visible signs: words of a report must not steer a terminal. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => {
      return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`
    },
  )
}

/** A reader that leaves early (`| head`) ends the run quietly. */
export function leaveOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0)
      throw error
    })
}
