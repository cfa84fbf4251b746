import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const isProgram = (file: string): boolean => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false
    throw error
  }
}

/** The first program of these names on the PATH, or undefined. */
export const findProgram = (names: string[], path: string): string | undefined => {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const name of names)
    for (const dir of path.split(delimiter).filter(part => part !== ''))
      for (const suffix of suffixes) {
        const file = join(dir, `${name}${suffix}`)
        if (isProgram(file)) return file
      }
  return undefined
}
