import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What the files below a folder export under this name, in the order of their paths: adding one is adding one file. Throws
 * where a file that is no test exports nothing of that name.
 */
export const discover = async <Found>(folder: string, exportName: string): Promise<readonly Found[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    // The folder's own files are about all of them; each domain has a folder.
    .filter(file => join(file, '..') !== join(folder))
    .sort()
  return await Promise.all(
    files.map(async file => {
      const module: Record<string, unknown> = await import(pathToFileURL(file).href)
      if (module[exportName] === undefined) throw new Error(`${file} does not export ${exportName}`)
      return module[exportName] as Found
    }),
  )
}
