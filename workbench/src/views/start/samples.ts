import haiti from "../../../../samples/haiti-mission.en.txt?raw"
import haitiLater from "../../../../samples/haiti-mission-2.en.txt?raw"
import finland from "../../../../samples/finland-nato.en.txt?raw"
import finlandRussian from "../../../../samples/finland-nato.ru.txt?raw"
import drill from "../../../../samples/naval-drill.fa.txt?raw"
import denial from "../../../../samples/china-denial.en.txt?raw"

/** The reports that the package ships, as an empty ledger can be given them. */
export const samples = [
  { text: haiti, language: "en" },
  { text: haitiLater, language: "en" },
  { text: finland, language: "en" },
  { text: finlandRussian, language: "ru" },
  { text: drill, language: "fa" },
  { text: denial, language: "en" },
].map(({ text, language }) => ({ text, language }))
