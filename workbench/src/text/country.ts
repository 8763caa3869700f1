/** ISO 3166-1: alpha-3 followed by alpha-2. */
const CODES =
  "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATGAG AUSAU AUTAT " +
  "AZEAZ BDIBI BELBE BENBJ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLRBY BLZBZ BMUBM BOLBO BRABR " +
  "BRBBB BRNBN BTNBT BWABW CAFCF CANCA CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO " +
  "COMKM CPVCV CRICR CUBCU CUWCW CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC " +
  "EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE " +
  "GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK " +
  "HNDHN HRVHR HTIHT HUNHU IDNID INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JORJO " +
  "JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI " +
  "LKALK LSOLS LTULT LUXLU LVALV MACMO MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML " +
  "MLTMT MMRMM MNEME MNGMN MOZMZ MRTMR MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NGANG NICNI " +
  "NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PERPE PHLPH PLWPW PNGPG POLPL PRIPR " +
  "PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SJMSJ " +
  "SLBSB SLESL SLVSV SMRSM SOMSO SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SYCSC SYRSY " +
  "TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG " +
  "UKRUA URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VNMVN VUTVU WSMWS XKXXK YEMYE ZAFZA ZMBZM " +
  "ZWEZW"

const TWO = new Map(CODES.split(" ").map((pair) => [pair.slice(0, 3), pair.slice(3)]))
const writers = new Map<string, Intl.DisplayNames>()
const english = new Intl.DisplayNames(["en"], { type: "region" })

/** A state's full English name: `United States` where the short one is `US`. */
export function longName(code: string): string | null {
  const two = TWO.get(code)
  return two === undefined ? null : (english.of(two) ?? null)
}

/** A state's name in the reader's language, or null for what is not on today's list of states. */
export function countryName(code: string, language: string): string | null {
  const two = TWO.get(code)
  if (two === undefined) return null
  const writer =
    writers.get(language) ?? new Intl.DisplayNames([language], { type: "region", style: "short" })
  writers.set(language, writer)
  return writer.of(two) ?? null
}
