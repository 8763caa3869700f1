import { z } from "zod"
import type { Report } from "../model/report.js"

/** What is known of a report without its text. */
export const metaSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  file: z.string().nullable(),
  added: z.string().nullable(),
})

export function metaOf(
  id: string,
  report: Omit<Report, "text" | "publishedBasis"> | null,
  added: string | null,
): z.output<typeof metaSchema> {
  const {
    title = null,
    outlet = null,
    published = null,
    language = null,
    url = null,
  } = report ?? {}
  return { id, title, outlet, published, language, url, file: report?.origin ?? null, added }
}
