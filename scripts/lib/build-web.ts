import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../env.ts'
import { hashFiles } from './hash-files.ts'
import { rootDir } from './paths.ts'
import { withOwnTools } from './process-env.ts'
import { runOrFail } from './run-command.ts'

export const webDir = join(rootDir, 'apps', 'web')
export const nextCli = join(webDir, 'node_modules', 'next', 'dist', 'bin', 'next')

const notBuiltFrom = /[\\/](node_modules|\.next|\.turbo|e2e|test-results|playwright-report)$|\.(test|spec)\.tsx?$/
const inputs = () =>
  hashFiles(rootDir, {
    folders: ['apps/web', 'packages/core/src'],
    files: ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages/core/package.json'],
    isRelevant: path => !notBuiltFrom.test(path) && !path.endsWith('next-env.d.ts'),
  })

const stamp = join(webDir, '.next', 'makegood-inputs')

/** True where the build that is there was made from exactly the files that are there. */
export const isWebBuilt = (): boolean =>
  existsSync(join(webDir, '.next', 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs()

/** Builds the web app; the hash of its inputs is taken before, so that a change made meanwhile leads to a new build. */
export const buildWeb = async (variables: Variables, logDir: string, signal: AbortSignal): Promise<void> => {
  const hash = inputs()
  rmSync(stamp, { force: true })
  await runOrFail({
    title: 'The web build',
    file: process.execPath,
    args: [nextCli, 'build'],
    cwd: webDir,
    env: { ...withOwnTools(variables), NODE_ENV: 'production' },
    logFile: join(logDir, 'web-build.log'),
    timeoutMs: 10 * 60_000,
    signal,
  })
  writeFileSync(stamp, hash)
}
