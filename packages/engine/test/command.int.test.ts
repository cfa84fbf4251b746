import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
let folder: string
const started: ChildProcess[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-command-'))
  // As root, Postgres runs as another user, who must be able to enter.
  chmodSync(folder, 0o755)
})

afterAll(async () => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGTERM')
  await vi.waitFor(() => expect(serverIsGone()).toBe(true), { timeout: 20_000 })
  rmSync(folder, { recursive: true })
})

type Running = { child: ChildProcess; output(): string; ended: Promise<number | null> }

function run(args: string[], environment: Record<string, string> = {}): Running {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, ...environment }
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, env })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (output += String(part)))
  return { child, output: () => output, ended: once(child, 'close').then(([code]) => code as number | null) }
}

async function listening(running: Running): Promise<{ url: string; database: string }> {
  return vi.waitFor(
    () => {
      const ready = running
        .output()
        .split('\n')
        .find(line => line.includes('"Ready"'))
      if (!ready) throw new Error(`not ready: ${running.output()}`)
      return JSON.parse(ready)
    },
    { timeout: 30_000 },
  )
}

const serverIsGone = () => !existsSync(join(folder, '.makegood-engine', 'data', 'postmaster.pid'))

test('help and version are printed, and nothing is started', async () => {
  const help = run(['--port', 'x', '--help'])
  expect(await help.ended).toBe(0)
  expect(help.output()).toContain('--signing-key <key>')
  const version = run(['-v'])
  expect(await version.ended).toBe(0)
  expect(version.output()).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('bad use is answered in sentences and with exit code 2', async () => {
  const bad = run(['--prot', '1'], { INNGEST_TICK: '10' })
  expect(await bad.ended).toBe(2)
  expect(bad.output()).toContain(
    '--prot is no option; did you mean --port?\nINNGEST_TICK is an option of the real server',
  )
  const halfSigned = run(['--event-key', 'k'])
  expect(await halfSigned.ended).toBe(2)
  expect(halfSigned.output()).toContain('without a signing key')
  const open = run(['--host', '0.0.0.0'])
  expect(await open.ended).toBe(2)
  expect(open.output()).toContain('listens on loopback only')
})

test('without a database one is started, kept over a crash of itself and of the engine, and ended with it', async () => {
  const first = run(['--port', '0'])
  const { url, database } = await listening(first)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  expect(database).toMatch(/^postgres:\/\/engine:\*\*\*@127\.0\.0\.1:\d+\/engine \(embedded/)
  expect(first.output()).not.toContain(readFileSync(join(folder, '.makegood-engine', 'password'), 'utf8').trim())
  const sent = await fetch(`${url}/e/any`, { method: 'POST', body: '{"name":"test/kept"}' })
  const { ids } = (await sent.json()) as { ids: string[] }

  const ended = Number(readFileSync(join(folder, '.makegood-engine', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(ended, 'SIGKILL')
  await vi.waitFor(() => expect(first.output()).toContain('it is started again'), { timeout: 10_000 })
  await vi.waitFor(async () => expect((await fetch(`${url}/v1/events/${ids[0]}`)).status).toBe(200), {
    timeout: 20_000,
  })

  first.child.kill('SIGKILL')
  await first.ended

  const second = run(['--port', '0'])
  const again = await listening(second)
  expect(again.database).toBe(database)
  expect((await fetch(`${again.url}/v1/events/${ids[0]}`)).status).toBe(200)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(serverIsGone()).toBe(true)
})
