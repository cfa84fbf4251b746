import { existsSync, readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Milliseconds of processor time that each named process and its children have used; empty where there is no /proc. */
export const readCpuUse = (pids: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  if (!existsSync('/proc/self/stat')) return new Map()
  const rows = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []))
  const used = ([name, pid]: [string, number]): [string, number] => [
    name,
    rows.filter(row => row.pid === pid || row.parent === pid).reduce((sum, row) => sum + row.ms, 0),
  ]
  return new Map([...pids].map(used))
}

/** One process's parent and time; nothing where it ended while we looked. */
const readStat = (pid: number): { readonly pid: number; readonly parent: number; readonly ms: number } | null => {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return null
  try {
    // The command's name may hold spaces and brackets: the numbers begin after the last bracket.
    const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticks = Number(fields[11]) + Number(fields[12])
    return { pid, parent: Number(fields[1]), ms: (ticks / ticksPerSecond) * 1000 }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT')) return null
    throw error
  }
}
