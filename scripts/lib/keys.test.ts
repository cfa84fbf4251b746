import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureKeys } from './keys.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'makegood-keys-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

test('keys are made once and stay the same at every start', () => {
  const first = ensureKeys(dir)
  const second = ensureKeys(dir)
  expect(second.keys).toEqual(first.keys)
  expect(first.made).toHaveLength(7)
  expect(second.made).toEqual([])
})

test('keys have the forms that the processes ask for', () => {
  const { keys } = ensureKeys(dir)
  expect(keys.INNGEST_SIGNING_KEY).toMatch(/^signkey-prod-[0-9a-f]{64}$/)
  expect(keys.STRIPE_SECRET_KEY).toMatch(/^sk_test_\w{8,}$/)
  expect(keys.STRIPE_PUBLISHABLE_KEY).toMatch(/^pk_test_\w{8,}$/)
  expect(keys.STRIPE_WEBHOOK_SECRET).toMatch(/^whsec_\S{8,}$/)
  expect(keys.BETTER_AUTH_SECRET.length).toBeGreaterThanOrEqual(32)
})

test('only the owner can read the keys, even where the file was left open to others', () => {
  writeFileSync(join(dir, 'keys.env'), 'INNGEST_EVENT_KEY=kept\n', { mode: 0o644 })
  const { keys, made } = ensureKeys(dir)
  expect(keys.INNGEST_EVENT_KEY).toBe('kept')
  expect(made).toHaveLength(6)
  expect(statSync(join(dir, 'keys.env')).mode & 0o777).toBe(0o600)
})
