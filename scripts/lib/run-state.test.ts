import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endLeftovers } from './end-leftovers.ts'
import { identify, isSameAlive } from './processes/process-identity.ts'
import { claimRun, findRunning, readRunState, writeRunState } from './run-state.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'makegood-state-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const startSleeper = () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore', detached: true })
  const identity = identify(child.pid ?? 0)
  if (identity === undefined) throw new Error('the sleeper did not start')
  return { child, identity, ended: once(child, 'exit') }
}
const stateOf = (owner: { pid: number; began: string }) => ({
  owner,
  startedAt: '2026-11-21T08:00:00.000Z',
  processes: {},
  addresses: { web: 'http://localhost:3000' },
  ports: {},
})

test('a second start is refused while the first one runs, with its address and process', async () => {
  const { child, identity, ended } = startSleeper()
  writeRunState(dir, stateOf(identity))
  await expect(claimRun(dir)).rejects.toThrow(
    `already running at http://localhost:3000: process ${identity.pid}, since 2026-11-21`,
  )
  child.kill('SIGKILL')
  await ended
  expect((await claimRun(dir)).owner.pid).toBe(process.pid)
})

test('a process that has the pid of a start that is long gone does not count as running', () => {
  expect(findRunning(stateOf({ pid: process.pid, began: 'another time' }))).toBeUndefined()
})

test('what a killed start left running is known to the next one and ended by it', async () => {
  const { identity, ended } = startSleeper()
  writeRunState(dir, { ...stateOf({ pid: 1, began: 'never' }), processes: { api: identity } })
  const claimed = await claimRun(dir)
  expect(await endLeftovers(claimed)).toEqual(['api'])
  await ended
  expect(isSameAlive(identity)).toBe(false)
})

test('only the owner can read the state: its addresses hold passwords', () => {
  writeRunState(dir, stateOf({ pid: 1, began: 'never' }))
  expect(statSync(join(dir, 'run.json')).mode & 0o777).toBe(0o600)
  expect(readRunState(dir)?.addresses).toEqual({ web: 'http://localhost:3000' })
})
