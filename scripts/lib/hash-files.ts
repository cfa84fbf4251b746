import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const listFiles = (path: string, isRelevant: (path: string) => boolean): string[] =>
  readdirSync(path, { withFileTypes: true })
    .map(entry => ({ entry, child: join(path, entry.name) }))
    .filter(({ child }) => isRelevant(child))
    .flatMap(({ entry, child }) => (entry.isDirectory() ? listFiles(child, isRelevant) : entry.isFile() ? [child] : []))

/** One hash of the names and contents of all relevant files in the folders, and of the single files given. */
export const hashFiles = (
  root: string,
  { folders, files, isRelevant }: { folders: string[]; files: string[]; isRelevant: (path: string) => boolean },
): string => {
  const hash = createHash('sha256')
  const all = [
    ...folders.flatMap(folder => listFiles(join(root, folder), isRelevant)),
    ...files.map(f => join(root, f)),
  ]
  for (const file of all.sort()) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
