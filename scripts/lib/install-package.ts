import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../env.ts'
import { rootDir } from './paths.ts'
import { runOrFail } from './run-command.ts'

const aptGet = '/usr/bin/apt-get'

/** Debian's packages may be installed without asking only where we are root on a system that has them. */
export const mayInstallPackages = () => process.getuid?.() === 0 && existsSync(aptGet)

interface Installation {
  packages: string[]
  logDir: string
  variables: Variables
  signal?: AbortSignal | undefined
}

/** Installs Debian packages with all their questions answered by the defaults; fails with apt's own words. */
export const installPackages = async ({ packages, logDir, variables, signal }: Installation): Promise<void> => {
  const title = `Installing ${packages.join(', ')}`
  const env = { ...variables, DEBIAN_FRONTEND: 'noninteractive' }
  const common = { title, file: aptGet, cwd: rootDir, env, timeoutMs: 10 * 60_000, signal }
  await runOrFail({ ...common, args: ['update', '-q'], logFile: join(logDir, 'apt-update.log') })
  const args = ['install', '-y', '-q', '--no-install-recommends', '--no-remove', ...packages]
  await runOrFail({ ...common, args, logFile: join(logDir, 'apt-install.log') })
}
