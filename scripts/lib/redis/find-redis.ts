import { spawnSync } from 'node:child_process'
import type { Variables } from '../../env.ts'
import { findProgram } from '../find-program.ts'
import { installPackages, mayInstallPackages } from '../install-package.ts'
import { errorText, PlainError } from '../plain-error.ts'

export type RedisProgram = { kind: 'server' | 'docker'; file: string }

const hints: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install it (Debian and Ubuntu: sudo apt-get install redis-server; Fedora: sudo dnf install valkey)',
  darwin: 'Install it with Homebrew (brew install redis)',
  win32: 'Windows has no Redis of its own: install Docker Desktop, or run Makegood inside WSL',
}

const advice = () => {
  const own = hints[process.platform] ?? 'Install redis-server or valkey-server'
  return `Makegood needs Redis, and there is none here. ${own}, or name a server: REDIS_URL=redis://localhost:6379 npm start`
}

const findServer = (variables: Variables): RedisProgram | undefined => {
  const file = findProgram(['redis-server', 'valkey-server'], variables.PATH ?? '')
  return file === undefined ? undefined : { kind: 'server', file }
}

const findDocker = (variables: Variables): RedisProgram | undefined => {
  const file = findProgram(['docker'], variables.PATH ?? '')
  if (file === undefined) return undefined
  return spawnSync(file, ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0
    ? { kind: 'docker', file }
    : undefined
}

/** Finds something that can run Redis: on the PATH, else Debian's package, else Docker, else says what to do. */
export const findRedis = async (variables: Variables, logDir: string, signal?: AbortSignal): Promise<RedisProgram> => {
  const server = findServer(variables)
  if (server !== undefined) return server
  let reason = ''
  if (mayInstallPackages()) {
    try {
      await installPackages({ packages: ['redis-server'], logDir, variables, signal })
    } catch (error) {
      reason = `\nDebian's package could not be installed: ${errorText(error)}`
    }
    const installed = findServer(variables)
    if (installed !== undefined) return installed
  }
  const docker = findDocker(variables)
  if (docker !== undefined) return docker
  throw new PlainError(`${advice()}${reason}`)
}
