/** When a state's fiscal year begins and which calendar year names it. */
export interface FiscalYear {
  readonly startMonth: number
  readonly namedBy: "start" | "end"
}

/** Fiscal years that differ from the calendar year, by ISO 3166-1 alpha-3. */
const FISCAL: Readonly<Record<string, FiscalYear>> = {
  USA: { startMonth: 10, namedBy: "end" },
  THA: { startMonth: 10, namedBy: "end" },
  IND: { startMonth: 4, namedBy: "start" },
  JPN: { startMonth: 4, namedBy: "start" },
  GBR: { startMonth: 4, namedBy: "start" },
  CAN: { startMonth: 4, namedBy: "start" },
  AUS: { startMonth: 7, namedBy: "end" },
  PAK: { startMonth: 7, namedBy: "end" },
  EGY: { startMonth: 7, namedBy: "end" },
  BGD: { startMonth: 7, namedBy: "end" },
}

const CALENDAR_YEAR: FiscalYear = { startMonth: 1, namedBy: "start" }

/** The fiscal year of a state; the calendar year when it is not known to differ. */
export function fiscalYearOf(country: string): FiscalYear {
  return FISCAL[country] ?? CALENDAR_YEAR
}
