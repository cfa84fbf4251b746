/** The family's colours, flat and calm; a table becomes a list of cards on a phone. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #f4f0e8; --sheet: #fbf9f4; --ink: #1d2126; --soft: #5d6168; --line: #d9d1c2; --good: #4a6659; --bad: #9a4424; }
@media (prefers-color-scheme: dark) { :root { --paper: #1d2126; --sheet: #262b31; --ink: #f4f0e8; --soft: #b5b0a6; --line: #41464d; --good: #93b5a6; --bad: #e08a66; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Pretendard, system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2 { font-family: "Gowun Batang", Georgia, serif; font-weight: 400; line-height: 1.25; }
h1 { font-size: 2rem; margin: 0 0 .75rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; }
p { max-width: 44rem; margin: .5rem 0; }
a { color: inherit; }
.soft { color: var(--soft); } .good { color: var(--good); } .bad { color: var(--bad); }
code, .figures { font-variant-numeric: tabular-nums; } code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: .55rem .85rem; border-bottom: 1px solid var(--line); }
th { font-weight: 500; color: var(--soft); font-size: .875rem; }
tr:last-child td { border-bottom: 0; }
.switches { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); }
form.switch { background: var(--sheet); border: 1px solid var(--line); border-radius: 2px; padding: 1rem; display: grid; gap: .65rem; align-content: start; }
form.switch.on { border-color: var(--bad); }
form.switch h3 { margin: 0; font: inherit; font-weight: 600; }
label { display: grid; gap: .2rem; font-size: .875rem; color: var(--soft); }
select, input, button { font: inherit; color: var(--ink); min-height: 44px; padding: .4rem .65rem; background: var(--paper); border: 1px solid var(--soft); border-radius: 2px; width: 100%; }
button { cursor: pointer; } button.main { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button.quiet { width: auto; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.moves { display: flex; gap: .5rem; flex-wrap: wrap; } .moves button { width: auto; }
nav { display: flex; gap: 1.5rem; flex-wrap: wrap; margin: 1rem 0 2rem; border-bottom: 1px solid var(--line); } nav a { padding: .6rem 0; min-height: 44px; } nav a[aria-current] { font-weight: 600; border-bottom: 2px solid var(--ink); text-decoration: none; }
.lines { white-space: pre-line; }
iframe.mail { width: 100%; height: 46rem; max-height: 80vh; border: 1px solid var(--line); border-radius: 2px; background: #fff; }
pre { margin: 0; padding: 1rem; background: var(--sheet); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.6 ui-monospace, monospace; }
.row { display: flex; gap: .75rem; flex-wrap: wrap; margin-top: 1rem; }
@media (max-width: 40rem) {
  main { padding-top: 1.5rem; }
  table, tbody, tr, td { display: block; width: 100%; } thead { position: absolute; clip-path: inset(50%); }
  tr { padding: .6rem .85rem; border-bottom: 1px solid var(--line); } tr:last-child { border-bottom: 0; }
  td { border: 0; padding: .1rem 0; } td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); font-size: .875rem; }
}
`
