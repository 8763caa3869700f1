import { describe, expect, test } from "vitest"
import { computeRecords } from "../../src/ledger/records.js"
import type { Claim } from "../../src/model/claim.js"
import { told } from "./notation.js"

/** Title, two or more claims, and how many records they make (with the fields that disagree). */
// biome-ignore format: a table, one thing a line
const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ["a visit told twice on its day", ["r1 contact/visit USA > AZE @ 2012-03-07", "r2 contact/visit USA > AZE @ 2012-03-07"], "1"],
  ["a visit and the meeting of which it consisted", ["r1 contact/visit USA > AZE @ 2012-03-07", "r2 contact/meeting AZE > USA @ 2012-03-07"], "1"],
  ["a visit and its return visit", ["r1 contact/visit USA > AZE @ 2012-03", "r2 contact/visit AZE > USA @ 2012-03"], "2"],
  ["a minister matches his own country", ["r1 contact/visit RUS.GOV.MIL.defence-ministry > IRN @ 2016-02-21", "r2 contact/visit RUS > IRN @ 2016-02"], "1"],
  ["two ministers of one country in one month", ["r1 contact/visit person/a:RUS > IRN @ 2016-02", "r2 contact/visit person/b:RUS > IRN @ 2016-02"], "2"],
  ["two presidents who meet one man", ["r1 contact/meeting person/a:RUS > person/c:IRN @ 2016-02", "r2 contact/meeting person/b:RUS > person/c:IRN @ 2016-02"], "2"],
  ["either side's person named", ["r1 contact/meeting person/a:RUS > IRN @ 2016-02-01", "r2 contact/meeting RUS > person/c:IRN @ 2016-02-01"], "1"],
  ["two days of one report are two meetings", ["r1 contact/meeting RUS > IRN @ 2016-02-01", "r1 contact/meeting RUS > IRN @ 2016-02-03"], "2"],
  ["neighbouring days in two reports are one meeting told differently", ["r1 contact/meeting RUS > IRN @ 2016-02-01", "r2 contact/meeting RUS > IRN @ 2016-02-02"], "1 when"],
  ["months apart", ["r1 contact/visit USA > AZE @ 2012-03", "r2 contact/visit USA > AZE @ 2012-06"], "2"],
  ["denied never joins occurred", ["r1 incident/attack ARM > AZE @ 2014-08-01", "r2 incident/attack ARM > AZE @ 2014-08-01 denied"], "2"],
  ["alleged never joins occurred", ["r1 arms/delivered RUS > ARM @ 2014", "r2 arms/delivered RUS > ARM @ 2014 alleged"], "2"],
  ["planned stays its own record", ["r1 exercise/held USA > AZE @ 2010-05 planned", "r2 exercise/held USA > AZE @ 2010-05"], "2"],
  ["what is under way has begun", ["r1 deployment/contributed AZE > NATO @ 2008", "r2 deployment/contributed AZE > NATO @ 2008 ongoing"], "1"],
  ["a step dated to neighbouring years", ["r1 membership/joined AZE > NATO @ 2005 : joined the partnership plan", "r2 membership/joined AZE > NATO @ 2006 : joined the partnership plan"], "1 when"],
  ["the same, in one report, are two steps", ["r1 membership/joined AZE > NATO @ 2005", "r1 membership/joined AZE > NATO @ 2006"], "2"],
  ["years that are not neighbours", ["r1 membership/joined AZE > NATO @ 1994", "r2 membership/joined AZE > NATO @ 2006"], "2"],
  ["a finer date inside a coarser one agrees", ["r1 agreement/signed TUR > AZE @ 2010", "r2 agreement/signed TUR > AZE @ 2010-08-16"], "1"],
  ["undated in two reports, nothing in common", ["r1 contact/visit USA > AZE : flew to the capital on Sunday morning", "r2 contact/visit USA > AZE : a delegation toured two garrisons"], "2"],
  ["undated in two reports, the same telling words", ["r1 contact/visit USA > AZE : delegation toured garrisons near border crossings", "r2 contact/visit USA > AZE : delegation toured garrisons near border crossings yesterday"], "1"],
  ["undated and dated in one report", ["r1 contact/visit USA > AZE @ 2012-03-07 : the general visited the capital", "r1 contact/visit USA > AZE : during the general's visited capital tour"], "1"],
  ["praise needs like words", ["r1 statement/praise USA > AZE @ 2012-03-07 : praised contributions made towards peacekeeping", "r2 statement/praise USA > AZE @ 2012-03-07 : thanked pipeline operators warmly indeed"], "2"],
  ["praise with like words", ["r1 statement/praise USA > AZE @ 2012-03-07 : praised contributions made towards peacekeeping", "r2 statement/praise USA > AZE @ 2012-03-07 : officially praised contributions made towards peacekeeping missions"], "1"],
  ["another speaker", ["r1 statement/praise USA > AZE @ 2012-03-07 : praised contributions towards peacekeeping", "r2 statement/praise TUR > AZE @ 2012-03-07 : praised contributions towards peacekeeping"], "2"],
  ["a teaser repeated beside two reports", ["r1 contact/visit RUS > AZE [boilerplate] : minister arrives in Baku", "r2 contact/visit RUS > AZE [boilerplate] : minister arrives in Baku"], "1"],
  ["a teaser never joins the body", ["r1 contact/visit RUS > AZE [boilerplate] : minister arrives in Baku", "r1 contact/visit RUS > AZE @ 2018 : minister arrives in Baku"], "2"],
  ["a third party in one report", ["r1 agreement/signed TUR > AZE+GEO @ 2012-06-08", "r2 agreement/signed TUR > AZE @ 2012-06-08"], "1"],
  ["another partner", ["r1 agreement/signed TUR > GEO @ 2012-06-08", "r2 agreement/signed TUR > AZE @ 2012-06-08"], "2"],
  ["sides of an attack are not turned round", ["r1 incident/attack ARM > AZE @ 2014-08-01", "r2 incident/attack AZE > ARM @ 2014-08-01"], "2"],
  ["places in two countries", ["r1 contact/meeting RUS > AZE @ 2014-08 (Sochi:RUS)", "r2 contact/meeting RUS > AZE @ 2014-08 (Baku:AZE)"], "2"],
  ["three languages, one day", ["r1 contact/visit RUS > IRN @ 2016-02-21 : visited Tehran", "r2 contact/visit RUS > IRN @ 2016-02-21 : прибыл с визитом", "r3 contact/visit RUS > IRN @ 2016-02-21 : سفر کرد"], "1"],
  ["no chain through an undated claim", ["r1 contact/visit USA > AZE @ 2012-03-07 : the general visited garrison towns", "r1 contact/visit USA > AZE @ 2012-09-09 : the general visited garrison towns", "r1 contact/visit USA > AZE : the general visited garrison towns"], "2"],
]

function outcome(claims: readonly Claim[]): string {
  const records = computeRecords(claims)
  return [records.length, ...records.flatMap((record) => record.disagreements)].join(" ")
}

describe("claims become records", () => {
  test.each(CASES)("%s", (_title, lines, expected) => {
    expect(outcome(lines.map(told))).toBe(expected)
  })
})
