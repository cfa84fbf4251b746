import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const rootDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const installMinutesMax = 15

/** pnpm keeps a copy of the lock file it last installed from; the same text means that node_modules is what it says. */
const isUpToDate = () => {
  const installed = join(rootDir, 'node_modules', '.pnpm', 'lock.yaml')
  if (!existsSync(installed) || !existsSync(join(rootDir, 'node_modules', 'node', 'bin'))) return false
  return readFileSync(installed, 'utf8') === readFileSync(join(rootDir, 'pnpm-lock.yaml'), 'utf8')
}

const install = () =>
  new Promise((resolve, reject) => {
    const { packageManager } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8'))
    const logFile = join(rootDir, '.makegood', 'logs', 'dependencies.log')
    mkdirSync(dirname(logFile), { recursive: true })
    const log = openSync(logFile, 'w')
    // This already is the pnpm that package.json asks for; looking for it again would fail where a registry lacks a part.
    const options = ['--frozen-lockfile', '--pm-on-fail=ignore', '--reporter=append-only']
    const child = spawn('npx', ['--yes', packageManager, 'install', ...options], {
      cwd: rootDir,
      stdio: ['ignore', log, log],
      shell: process.platform === 'win32',
      timeout: installMinutesMax * 60_000,
      // Without a terminal pnpm asks before it removes an old node_modules, unless it knows that nobody can answer.
      env: { ...process.env, CI: 'true' },
    })
    const fail = reason => {
      const said = readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n')
      reject(new Error(`The dependencies could not be installed: ${reason}.\n${said}\nAll of it: ${logFile}`))
    }
    child.once('error', error => fail(error.message))
    child.once('exit', (code, signal) => (code === 0 ? resolve() : fail(`pnpm ended with ${signal ?? code}`)))
  })

/** Makes node_modules match the lock file; does nothing, in milliseconds, where it does already. */
export const ensureDependencies = async ({ quiet }) => {
  const began = performance.now()
  const out = quiet ? process.stderr : process.stdout
  const upToDate = isUpToDate()
  if (quiet && upToDate) return
  out.write(
    `  ${'dependencies'.padEnd(17)}${upToDate ? 'as pnpm-lock.yaml has them' : 'bringing packages with pnpm'} … `,
  )
  if (!upToDate) await install()
  out.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}
