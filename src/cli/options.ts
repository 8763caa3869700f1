import { type Command, InvalidArgumentError, Option } from "commander"
import { daysOf } from "../ledger/dates.js"
import { FAMILIES, STATUSES } from "../model/claim.js"

/** A whole number above 0. */
export function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("Give a whole number, 1 or more.")
  return value
}

export function probability(text: string): number {
  const value = Number(text)
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("Give a number from 0 to 1.")
  return value
}

export function date(text: string): string {
  if (daysOf(text) === null)
    throw new InvalidArgumentError("Give a date such as 2012, 2012-03 or 2012-03-07.")
  return text
}

export function languageCode(text: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(text))
    throw new InvalidArgumentError("Give a code such as en, fa or ru.")
  return text
}

export function withLedger(command: Command): Command {
  const help = "the ledger: a folder or a .sqlite file (default ./ledger, or $DRAGOMAN_LEDGER)"
  return command.option("--ledger <path>", help)
}

export function withReading(command: Command): Command {
  return command
    .option("--published <date>", "when the reports were published, if they do not say", date)
    .option("--language <code>", "their language, if it should not be guessed", languageCode)
    .option(
      "--jobs <n>",
      "how many reports to read at once, each on a thread of its own",
      positive,
      1,
    )
    .option("--progress", "show progress even when standard error is not a terminal")
}

export interface ReadingOptions {
  readonly published?: string
  readonly language?: string
  readonly jobs: number
  readonly progress?: boolean
}

export function withFilters(command: Command): Command {
  return command
    .option(
      "--actor <actor>",
      "who takes part: ISO code (AZE), acronym (NATO), or a name in any of the languages",
    )
    .option("--with <actor>", "and who else")
    .addOption(new Option("--family <family>", "kind of deed").choices(FAMILIES))
    .addOption(new Option("--status <status>", "whether it happened").choices(STATUSES))
    .option("--since <date>", "not before", date)
    .option("--until <date>", "not after", date)
    .option("--disagreements", "only where reports disagree")
    .option(
      "--min-confidence <p>",
      "leave out what the reader is less sure of (0 to 1)",
      probability,
    )
    .option("--limit <n>", "at most so many", positive)
}

export interface FilterOptions {
  readonly actor?: string
  readonly with?: string
  readonly family?: (typeof FAMILIES)[number]
  readonly status?: (typeof STATUSES)[number]
  readonly since?: string
  readonly until?: string
  readonly disagreements?: boolean
  readonly minConfidence?: number
  readonly limit?: number
}

/** The options as the operation takes them: no member where nothing was said. */
export function filterOf({
  minConfidence,
  limit,
  ...rest
}: FilterOptions): Record<string, unknown> {
  const { actor, with: other, family, status, since, until, disagreements } = rest
  const all = {
    actor,
    with: other,
    family,
    status,
    since,
    until,
    disagreement: disagreements,
    min_confidence: minConfidence,
    limit,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
