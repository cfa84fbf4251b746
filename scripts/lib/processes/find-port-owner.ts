import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { commandOf } from './process-identity.ts'

export interface PortOwner {
  pid: number
  command: string
}

const listening = '0A'

const listeningInodes = (port: number): Set<string> => {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0')
  const inodes = new Set<string>()
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    if (!existsSync(file)) continue
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
      if (local?.endsWith(`:${hexPort}`) && state === listening && inode !== undefined) inodes.add(inode)
    }
  }
  return inodes
}

/** Other users' files cannot be read, and a process may end while it is looked at: both mean "not this one". */
const orUndefined = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EACCES' || code === 'EPERM' || code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}

const searchProc = (port: number): number | undefined => {
  const sockets = new Set([...listeningInodes(port)].map(inode => `socket:[${inode}]`))
  if (sockets.size === 0) return undefined
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const files = orUndefined(() => readdirSync(`/proc/${entry}/fd`)) ?? []
    const holds = files.some(file => sockets.has(orUndefined(() => readlinkSync(`/proc/${entry}/fd/${file}`)) ?? ''))
    if (holds) return Number(entry)
  }
  return undefined
}

const askLsof = (port: number): number | undefined => {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t']
  const { status, stdout } = spawnSync('lsof', args, { encoding: 'utf8', timeout: 5000 })
  const pid = Number(status === 0 ? stdout.split('\n')[0] : Number.NaN)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** The process that listens on a port of this machine, or undefined where the system does not tell. */
export const findPortOwner = (port: number): PortOwner | undefined => {
  const pid = existsSync('/proc/net/tcp') ? searchProc(port) : askLsof(port)
  return pid === undefined ? undefined : { pid, command: (commandOf(pid) ?? 'unknown command').slice(0, 160) }
}
