import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findFreePorts } from '../ports.ts'
import { keepRunning } from './keep-running.ts'
import { isSameAlive, type ProcessIdentity } from './process-identity.ts'

let logDir = ''
beforeEach(() => {
  logDir = mkdtempSync(join(tmpdir(), 'makegood-keep-'))
})
afterEach(() => rmSync(logDir, { recursive: true }))

const server =
  "require('node:http').createServer((_, answer) => answer.end('ok')).listen(process.env.PORT, '127.0.0.1')"

const plan = async (script: string) => {
  const { api: port } = await findFreePorts()
  return {
    name: 'server',
    file: process.execPath,
    args: ['-e', script],
    cwd: logDir,
    env: { PORT: String(port) },
    healthUrl: `http://127.0.0.1:${port}/health`,
    healthBoundMs: 10_000,
  }
}

const watch = () => {
  const identities: (ProcessIdentity | undefined)[] = []
  const said: string[] = []
  const watcher = {
    logDir,
    say: (line: string) => said.push(line),
    onIdentity: (_: string, identity: ProcessIdentity | undefined) => identities.push(identity),
    onGivenUp: () => undefined,
    signal: new AbortController().signal,
  }
  return { watcher, identities, said }
}

test('a process that dies is started again, and it is said', async () => {
  const { watcher, identities, said } = watch()
  const kept = await keepRunning(await plan(server), watcher)
  process.kill(identities[0]?.pid ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(identities).toHaveLength(2), { timeout: 5000 })
  expect(said.join()).toContain('server was ended by SIGKILL; it is started again in 0.25 s')
  await kept.stop()
  expect(identities.slice(0, 2).some(identity => identity !== undefined && isSameAlive(identity))).toBe(false)
})

test('a process that ends before it is healthy fails the start in its own words, at once', async () => {
  const { watcher, said } = watch()
  const failing = keepRunning(await plan("console.error('DATABASE_URL is missing'); process.exit(3)"), watcher)
  await expect(failing).rejects.toThrow('server did not start: ended with exit code 3')
  expect(said).toContain('server: DATABASE_URL is missing')
  expect(readFileSync(join(logDir, 'server.log'), 'utf8')).toBe('DATABASE_URL is missing\n')
})

test('a stop waits until the process has finished what it does, and nothing starts it again', async () => {
  const { watcher, identities, said } = watch()
  const script = `${server}; process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(0) }, 300))`
  const kept = await keepRunning(await plan(script), watcher)
  await kept.stop()
  expect(readFileSync(join(logDir, 'server.log'), 'utf8')).toBe('finished\n')
  expect(identities).toHaveLength(2)
  expect(identities[1]).toBeUndefined()
  expect(said).toEqual([])
})
