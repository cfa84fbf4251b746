import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A process that is told apart from a later one with the same pid by the moment it began. */
export interface ProcessIdentity {
  pid: number
  began: string
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')

const readProc = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const askPs = (pid: number, field: string): string | undefined => {
  const { status, stdout } = spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 5000,
  })
  return status === 0 ? stdout.trim() : undefined
}

/** When the process began, in the system's own words, or undefined when there is none (or only its remains). */
const beganAt = (pid: number): string | undefined => {
  if (!existsSync('/proc/self/stat')) return askPs(pid, 'lstart')
  const stat = readProc(pid, 'stat')
  if (stat === undefined) return undefined
  // The name may hold spaces and brackets: the fields are counted from its closing bracket; state is 3rd, begin is 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? undefined : fields[19]
}

export const identify = (pid: number): ProcessIdentity | undefined => {
  const began = beganAt(pid)
  return began === undefined ? undefined : { pid, began }
}

export const isSameAlive = (known: ProcessIdentity): boolean => beganAt(known.pid) === known.began

/** The command line of a process, or undefined when it is gone or not ours to see. */
export const commandOf = (pid: number): string | undefined => {
  if (!existsSync('/proc/self/stat')) return askPs(pid, 'command')
  const text = readProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim()
  return text === '' ? undefined : text
}
