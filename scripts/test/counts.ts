import { stripVTControlCharacters } from 'node:util'

export interface Counts {
  passed: number
  failed: number
  skipped: number
  note: string
  /** Each failed test with its file and the first line of why, as it is said again at the end of all. */
  failures: readonly string[]
}

const reasonMax = 300

/** One line for a failed test, so that the end of a long output tells what to look for further up. */
export const sayFailure = (file: string, test: string, message: string): string => {
  const [reason = ''] = stripVTControlCharacters(message).trim().split('\n')
  return `${file} > ${test}${reason === '' ? '' : `: ${reason.slice(0, reasonMax)}`}`
}
