import { createECDH } from 'node:crypto'
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
  expect(first.made).toHaveLength(14)
  expect(second.made).toEqual([])
})

test('keys have the forms that the processes ask for', () => {
  const { keys } = ensureKeys(dir)
  expect(keys.INNGEST_SIGNING_KEY).toMatch(/^signkey-prod-[0-9a-f]{64}$/)
  expect(keys.STRIPE_SECRET_KEY).toMatch(/^sk_test_\w{8,}$/)
  expect(keys.STRIPE_PUBLISHABLE_KEY).toMatch(/^pk_test_\w{8,}$/)
  expect(keys.STRIPE_WEBHOOK_SECRET).toMatch(/^whsec_\S{8,}$/)
  expect(keys.CARRIER_API_KEY).toMatch(/^\S{16,}$/)
  expect(keys.CARRIER_WEBHOOK_SECRET).toMatch(/^\S{16,}$/)
  expect(keys.BETTER_AUTH_SECRET.length).toBeGreaterThanOrEqual(32)
})

test('a keys file of an older version is completed with the names that are new, and keeps what it has', () => {
  const old = 'STRIPE_SECRET_KEY=sk_test_keptfromolder\nPOSTGRES_PASSWORD=kept\n'
  writeFileSync(join(dir, 'keys.env'), old)
  const completed = ensureKeys(dir)
  expect(completed.keys).toMatchObject({ STRIPE_SECRET_KEY: 'sk_test_keptfromolder', POSTGRES_PASSWORD: 'kept' })
  expect(completed.made).toContain('CARRIER_API_KEY')
  expect(completed.made).toContain('CARRIER_WEBHOOK_SECRET')
  expect(ensureKeys(dir)).toEqual({ keys: completed.keys, made: [] })
})

test('only the owner can read the keys, even where the file was left open to others', () => {
  writeFileSync(join(dir, 'keys.env'), 'INNGEST_EVENT_KEY=kept\n', { mode: 0o644 })
  const { keys, made } = ensureKeys(dir)
  expect(keys.INNGEST_EVENT_KEY).toBe('kept')
  expect(made).toHaveLength(13)
  expect(statSync(join(dir, 'keys.env')).mode & 0o777).toBe(0o600)
})

test('the two VAPID keys are one pair, also where only the private one was kept', () => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  writeFileSync(join(dir, 'keys.env'), `VAPID_PRIVATE_KEY=${pair.getPrivateKey('base64url')}\n`)
  const { keys } = ensureKeys(dir)
  expect(keys.VAPID_PRIVATE_KEY).toBe(pair.getPrivateKey('base64url'))
  expect(keys.VAPID_PUBLIC_KEY).toBe(pair.getPublicKey('base64url'))
})
