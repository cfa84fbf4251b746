// Writes the pages of docs/ that follow from the code. `--check` writes nothing and fails where a page is stale.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootDir } from '../lib/paths.ts'
import { describeEvents } from './describe-events.ts'
import { describeOrderStates } from './describe-order-states.ts'
import { describeSagas } from './describe-sagas.ts'

const pages = {
  'docs/events.md': describeEvents(),
  'docs/order-states.md': describeOrderStates(),
  'docs/sagas.md': describeSagas(),
}

const readPage = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

let stale = 0
for (const [name, text] of Object.entries(pages)) {
  const path = join(rootDir, name)
  if ((await readPage(path)) === text) continue
  if (process.argv.includes('--check')) {
    stale += 1
    console.error(`${name} is stale: run npm run docs and commit what it writes.`)
  } else {
    await writeFile(path, text)
    console.log(`Wrote ${name}.`)
  }
}
process.exit(stale > 0 ? 1 : 0)
