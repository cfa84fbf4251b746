import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, identify, type ProcessIdentity } from '../processes/process-identity.ts'

export interface RunningPostmaster {
  identity: ProcessIdentity
  port: number
}

/** Above every system's highest pid, so no process can have it. */
const nobody = 2_147_483_646

const fileIn = (dataDir: string) => join(dataDir, 'postmaster.pid')

/** The server that runs on this data folder now, or undefined. A lock file left by a crash counts for nothing. */
export const findPostmaster = (dataDir: string): RunningPostmaster | undefined => {
  if (!existsSync(fileIn(dataDir))) return undefined
  const [pid, , , port] = readFileSync(fileIn(dataDir), 'utf8').split('\n')
  const identity = identify(Number(pid))
  const isServer = commandOf(Number(pid))?.includes(dataDir) ?? false
  return identity !== undefined && isServer ? { identity, port: Number(port) } : undefined
}

/**
 * Makes sure that a lock file whose pid now belongs to another program does not stop the server. The pid is replaced and
 * the file kept, since Postgres also reads from it whether the old server's children still use the data.
 */
export const disarmStaleLock = (dataDir: string): void => {
  if (!existsSync(fileIn(dataDir)) || findPostmaster(dataDir) !== undefined) return
  const [, ...rest] = readFileSync(fileIn(dataDir), 'utf8').split('\n')
  writeFileSync(fileIn(dataDir), [nobody, ...rest].join('\n'))
}
