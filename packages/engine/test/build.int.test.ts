import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
let database: TestDatabase
let engine: ChildProcess | undefined

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(async () => {
  engine?.kill('SIGTERM')
  await database.drop()
})

test('the build runs as plain JavaScript, with its migrations and its page', async () => {
  const built = spawnSync(process.execPath, [inPackage('scripts/build.ts')], { encoding: 'utf8' })
  expect(built.stdout + built.stderr).toBe('')
  expect(built.status).toBe(0)

  const args = ['--no-strip-types', inPackage('dist/main.js'), '--port', '0', '--postgres-uri', database.url]
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH ?? '' } })
  engine = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (output += String(part)))
  const url = await vi.waitFor(
    () => {
      const found = /"url":"([^"]+)"/.exec(output)?.[1]
      if (!found) throw new Error(`not listening: ${output}`)
      return found
    },
    { timeout: 20_000 },
  )
  for (const path of ['/health', '/', '/ui/app.js', '/metrics']) expect((await fetch(url + path)).status).toBe(200)
})
