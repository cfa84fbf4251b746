import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Above every system's highest process id, so no process can have it. */
const nobody = 2_147_483_646

/** The port that the server on this data folder has noted, if one runs there or was killed. */
export function readNotedPort(data: string): number | undefined {
  const port = Number(readLock(data)?.[3])
  return Number.isInteger(port) && port > 0 ? port : undefined
}

/**
 * Keeps a lock file whose process id has passed to another program from stopping the server. Only the id is replaced:
 * Postgres reads from the rest whether the old server's children are still at work.
 */
export function disarmLock(data: string): void {
  const [pid, ...rest] = readLock(data) ?? []
  const command = `/proc/${pid}/cmdline`
  if (!pid || !existsSync(command) || readFileSync(command, 'utf8').includes('postgres')) return
  writeFileSync(fileIn(data), [nobody, ...rest].join('\n'))
}

/** Whether the server on this data folder has ended. */
export function hasEnded(data: string): boolean {
  const pid = Number(readLock(data)?.[0])
  if (!Number.isInteger(pid) || pid <= 0) return true
  try {
    return !process.kill(pid, 0)
  } catch (error) {
    // It is there, and another user's, where signals to it are not allowed.
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM')
  }
}

const fileIn = (data: string) => join(data, 'postmaster.pid')

function readLock(data: string): string[] | undefined {
  return existsSync(fileIn(data)) ? readFileSync(fileIn(data), 'utf8').split('\n') : undefined
}
