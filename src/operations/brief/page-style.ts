/**
 * The style of a brief's page. Marks have colour and a line but no padding, margin or other font: anything of that kind
 * would tear joined Arabic letters apart.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #23211d; --quiet: #6b665d; --line: #e2ddd2; --panel: #f6f3ec; --link: #1d5a86; --alarm: #9a3324;
  --act: #f6dcd3; --act-line: #b8492c; --actor: #d7e6f3; --actor-line: #2f6f9f; --recipient: #dcead6; --recipient-line: #4d8340;
  --date: #f5e8c3; --date-line: #a57b10; --place: #e6dff0; --place-line: #75589f; --amount: #d5ebe8; --amount-line: #2c827a;
  --speaker: transparent; --speaker-line: #8a857b;
  --text: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Source Serif 4", Cambria, Georgia, serif;
  --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --persian: Vazirmatn, Vazir, "Noto Naskh Arabic", "Noto Sans Arabic", "Geeza Pro", "IRANSans", "Iranian Sans", "Segoe UI", Tahoma, "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1c; --ink: #e7e3da; --quiet: #a09a8e; --line: #35353a; --panel: #212225; --link: #8fc1e6; --alarm: #ef9a86;
    --act: #5a2c20; --act-line: #e08667; --actor: #1f3d56; --actor-line: #7db5de; --recipient: #2b4424; --recipient-line: #94c486;
    --date: #4b3c12; --date-line: #dbb552; --place: #3b2f50; --place-line: #b59bdc; --amount: #1b4541; --amount-line: #74c7bd;
    --speaker-line: #8d887e;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--text); }
body > * { max-width: 46rem; margin-inline: auto; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
.top { padding-block: clamp(2rem, 7vw, 4.5rem) 1.5rem; border-bottom: 1px solid var(--line); }
.kind { margin: 0 0 .4rem; font: 600 .8125rem/1 var(--plain); color: var(--quiet); }
h1 { margin: 0; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; font-weight: 600; text-wrap: balance; }
.subtitle { margin: .6rem 0 1.4rem; color: var(--quiet); text-wrap: pretty; }
.legend, .years { display: flex; flex-wrap: wrap; gap: .35rem 1rem; margin: 0; padding: 0; list-style: none; font: .8125rem/1.6 var(--plain); }
.years { margin-top: 1rem; gap: .2rem .9rem; font-variant-numeric: tabular-nums; }
h2 { margin: 2.75rem 0 .5rem; font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: lining-nums tabular-nums; scroll-margin-top: 1rem; }
.entries { margin: 0; padding: 0; list-style: none; }
.entry { padding-block: 1.1rem 1.2rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.entry:first-child { border-top: 0; }
.sentence { margin: 0; text-wrap: pretty; overflow-wrap: anywhere; }
.entry.denied .sentence, .entry.alleged .sentence, .entry.cancelled .sentence { color: var(--quiet); }
.status { font: 600 .75rem/1 var(--plain); color: var(--quiet); border: 1px solid var(--line); border-radius: .25rem; padding: .1rem .35rem; white-space: nowrap; }
.status.denied, .status.cancelled, .status.alleged { color: var(--alarm); }
.refs { font: .72em/1 var(--plain); }
.refs a { text-decoration: none; padding-inline: .1em; }
.doubts { margin: .6rem 0 0; padding: .55rem .8rem; border-inline-start: 3px solid var(--alarm); background: var(--panel); font: .9375rem/1.5 var(--plain); }
.doubt + .doubt { margin-top: .5rem; }
.doubts dt { color: var(--alarm); font-weight: 600; font-size: .8125rem; }
.doubts dd { margin: 0; }
.doubts ul { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.by { color: var(--quiet); font-size: .9em; }
.passages { margin: .7rem 0 0; padding: 0; list-style: none; display: grid; gap: .7rem; }
.passage { padding-inline-start: .9rem; border-inline-start: 2px solid var(--line); scroll-margin-top: 4rem; }
.passage:target { border-inline-start-color: var(--link); background: var(--panel); }
blockquote { margin: 0; font-size: .9688rem; line-height: 1.65; white-space: pre-line; overflow-wrap: anywhere; }
blockquote[dir="rtl"], bdi:lang(fa) { font-family: var(--persian); line-height: 1.95; }
.source { margin: .15rem 0 0; font: .8125rem/1.5 var(--plain); color: var(--quiet); overflow-wrap: anywhere; }
.number { display: inline-block; min-width: 1.2em; font-weight: 600; color: var(--ink); font-variant-numeric: tabular-nums; }
mark { color: inherit; padding: 0; margin: 0; font: inherit; text-decoration-line: underline; text-decoration-thickness: .1em; text-underline-offset: .22em; text-decoration-skip-ink: none; }
mark.act { background: var(--act); text-decoration-color: var(--act-line); }
mark.actor { background: var(--actor); text-decoration-color: var(--actor-line); }
mark.recipient { background: var(--recipient); text-decoration-color: var(--recipient-line); }
mark.date { background: var(--date); text-decoration-color: var(--date-line); }
mark.place { background: var(--place); text-decoration-color: var(--place-line); }
mark.amount { background: var(--amount); text-decoration-color: var(--amount-line); }
mark.speaker { background: var(--speaker); text-decoration-color: var(--speaker-line); text-decoration-style: dotted; }
.control { font: .7em var(--plain); color: var(--alarm); border: 1px dashed currentColor; border-radius: 2px; padding-inline: .2em; }
.reports { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9375rem; }
.reports ol { padding-inline-start: 1.4rem; }
.reports li { margin-block: .35rem; overflow-wrap: anywhere; }
code { font: .8em ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; color: var(--quiet); }
.end { margin-top: 3rem; color: var(--quiet); font: .8125rem/1.5 var(--plain); }
.empty { padding-block: 3rem; color: var(--quiet); }
@media (max-width: 30rem) { body { font-size: 1rem; } .entry { padding-block: .9rem 1rem; } }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --panel: #fff; --link: #000; }
  body { padding: 0; font-size: 10.5pt; } body > * { max-width: none; }
  .skip, nav { display: none; }
  mark { background: none !important; }
  h2 { break-after: avoid; } .passage, .doubts { break-inside: avoid; } .sentence { break-after: avoid; orphans: 3; widows: 3; }
  a { text-decoration: none; } a.out::after { content: " <" attr(href) ">"; font-size: .85em; }
  @page { margin: 20mm 18mm; }
}
`
