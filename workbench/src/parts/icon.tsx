/** Signs drawn on a 16-unit grid with the colour of the text. */
const SIGNS = {
  ledger: "M2 3.5h12M2 8h12M2 12.5h12M5.5 2v12",
  reports: "M4 1.5h6l3 3v10H4zM10 1.5v3h3M6 8h5M6 10.5h5",
  review: "M2 8.5l3.5 3.5L14 3.5",
  add: "M8 2.5v11M2.5 8h11",
  start: "M2.5 13.5v-11h7l-1 2.5 1 2.5h-7M9 2.5h4.5v8H9",
  settings: "M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4",
  keys: "M1.5 4h13v8h-13zM4 6.5h0M6.5 6.5h0M9 6.5h0M11.5 6.5h0M5 9.5h6",
  menu: "M2 4h12M2 8h12M2 12h12",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  forward: "M6 3.5L10.5 8 6 12.5",
  back: "M10 3.5L5.5 8l4.5 4.5",
  down: "M3.5 6L8 10.5 12.5 6",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5L14 14",
  filter: "M2 4h12M4.5 8h7M6.5 12h3",
  columns: "M2 3h12v10H2zM6 3v10M10 3v10",
  export: "M8 2v8M5 7l3 3 3-3M2.5 12.5v1.5h11v-1.5",
  undo: "M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  same: "M3 6h10M3 10h10",
  differ: "M3 6h10M3 10h10M11 2.5l-6 11",
  reject: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  accept: "M2 8.5l3.5 3.5L14 3.5",
  edit: "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z",
  unsure: "M5.5 6a2.5 2.5 0 1 1 3.7 2.2C8.3 8.8 8 9.300 8 10.200M8 13h0",
  warning: "M8 2L15 14H1zM8 6.500v3.500M8 12h0",
  file: "M4 1.5h6l3 3v10H4zM10 1.5v3h3",
} as const
export type Sign = keyof typeof SIGNS

const DIRECTED: ReadonlySet<Sign> = new Set(["forward", "back", "undo", "start"])

export function Icon({ sign }: { sign: Sign }) {
  return (
    <svg
      className={DIRECTED.has(sign) ? "icon icon-directed" : "icon"}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SIGNS[sign]} />
    </svg>
  )
}
