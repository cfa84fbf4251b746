import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const begin = '<!-- conformance:start -->'
const end = '<!-- conformance:end -->'
const page = new URL('../../../../docs/engine.md', import.meta.url)
const newPage = `# The engine\n\n## Conformance\n\n${begin}\n${end}\n`

export type Row = { name: string; title: string; engine: string; inngest: string }

/** Puts the table between the two markers of docs/engine.md; where no real server ran, its column stays as it was. */
export function writeTable(rows: Row[], inngestRan: boolean): void {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : newPage
  const [before, rest = ''] = split(text, begin)
  const [old, after = ''] = split(rest, end)
  const known = readColumn(old)
  const lines = rows.map(row => {
    const inngest = inngestRan ? row.inngest : (known.get(row.name) ?? 'not run')
    return `| \`${row.name}\`<br>${row.title} | ${row.engine} | ${inngest} |`
  })
  const table = ['| scenario | engine | Inngest |', '| --- | --- | --- |', ...lines].join('\n')
  writeFileSync(page, `${before}${begin}\n${table}\n${end}${after}`)
}

function split(text: string, marker: string): [string, string] {
  const at = text.indexOf(marker)
  if (at < 0) throw new Error(`docs/engine.md has no marker ${marker}: put both markers back where the table belongs`)
  return [text.slice(0, at), text.slice(at + marker.length)]
}

function readColumn(table: string): Map<string, string> {
  const cells = table.matchAll(/^\| `([^`]+)`.* \| [^|]* \| ([^|]*) \|$/gm)
  return new Map([...cells].map(([, name = '', cell = '']) => [name, cell]))
}
