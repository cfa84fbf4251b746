import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { conformanceEnv } from '../env.ts'
import type { TargetServer } from '../harness/target-server.ts'
import { isHealthy } from './is-healthy.ts'
import { startRealServer } from './start-real-server.ts'

const settleMs = 1_500
const parallel = 10

/** The server that INNGEST_CONFORMANCE_URL names, or one started from the `inngest` binary on the PATH, or none. */
export async function findRealServer(env: typeof conformanceEnv): Promise<TargetServer | undefined> {
  const { url, eventKey, signingKey, appHost } = env
  if (url) {
    if (!(await isHealthy(url)))
      throw new Error(`No server answers at INNGEST_CONFORMANCE_URL (${url}): start it first`)
    const keys = eventKey && signingKey ? { eventKey, signingKey } : undefined
    return { name: 'Inngest', url, keys, appHost, settleMs, parallel, close: async () => undefined }
  }
  const program = findProgram('inngest', env.path)
  if (program === undefined) return undefined
  const started = await startRealServer(program)
  return { name: 'Inngest', ...started, keys: undefined, appHost: '127.0.0.1', settleMs, parallel }
}

function findProgram(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, name))
    .find(isProgram)
}

function isProgram(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false
    throw error
  }
}
