import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createPrisma, inTransaction } from '../client.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { changeWallet, type WalletChange } from './change-wallet.ts'
import { getWallet } from './get-wallet.ts'
import { listWalletEntries } from './list-wallet-entries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const newKey = () => `test:${randomBytes(8).toString('hex')}`
const entryOf = (userId: string, amountMinor: bigint, key = newKey()): WalletChange => ({
  userId,
  kind: amountMinor < 0n ? 'PAYMENT' : 'REFUND',
  amountMinor,
  currency: 'KRW',
  key,
  orderId: null,
})
const change = (wanted: WalletChange, db = database.db) => inTransaction(db, tx => changeWallet(tx, wanted))

const readLedger = async (userId: string) => {
  const { db } = database
  const entries = await db.walletEntry.findMany({ where: { userId }, orderBy: { version: 'asc' } })
  return {
    wallet: await db.wallet.findUnique({ where: { userId } }),
    entries,
    sum: entries.reduce((sum, entry) => sum + entry.amountMinor, 0n),
  }
}

test('more than there is is refused with a value, and nothing is written', async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 1_000n })
  const before = await readLedger(userId)
  expect(await change(entryOf(userId, -1_001n))).toEqual({
    changed: false,
    refusal: 'wallet-too-low',
    balanceMinor: 1_000n,
  })
  expect(await readLedger(userId)).toEqual(before)
  const stranger = await createTestShopper(database.db)
  expect(await change(entryOf(stranger, -1n))).toMatchObject({ changed: false, balanceMinor: 0n })
  expect((await readLedger(stranger)).wallet).toBeNull()
})

test('of fifty debits of one balance at once, over two pools, exactly as many go through as there is money for', async () => {
  const second = createPrisma(database.url, { poolMax: 10, applicationName: 'second api' })
  onTestFinished(() => second.$disconnect())
  const userId = await createTestShopper(database.db, { balanceMinor: 2_050n })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => change(entryOf(userId, -100n), index % 2 ? second : database.db)),
  )
  expect(answers.filter(answer => answer.changed)).toHaveLength(20)
  for (const answer of answers) if (!answer.changed) expect(answer.refusal).toBe('wallet-too-low')
  const { wallet, entries, sum } = await readLedger(userId)
  expect(wallet).toMatchObject({ balanceMinor: 50n, version: 21 })
  expect(sum).toBe(50n)
  expect(entries.map(entry => entry.version)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
})

test('the same key fifty times at once is one entry and fifty equal answers', async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 1_000n })
  const debit = entryOf(userId, -300n)
  const answers = await Promise.all(Array.from({ length: 50 }, () => change(debit)))
  const entry = { userId, version: 2, amountMinor: -300n, balanceAfterMinor: 700n }
  for (const answer of answers) expect(answer).toMatchObject({ changed: true, entry })
  expect(answers.filter(answer => answer.changed && !answer.repeated)).toHaveLength(1)
  expect((await readLedger(userId)).entries).toHaveLength(2)
})

test('the first credits of a shopper at once begin one wallet with one entry each', async () => {
  const userId = await createTestShopper(database.db)
  await Promise.all(Array.from({ length: 10 }, () => change(entryOf(userId, 10n))))
  expect(await getWallet(database.db, userId)).toEqual({ amountMinor: 100n, currency: 'KRW' })
  expect((await readLedger(userId)).entries).toHaveLength(10)
})

test("a key that belongs to another change, and another currency than the wallet's, throw and write nothing", async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 1_000n })
  const debit = entryOf(userId, -100n)
  await change(debit)
  const before = await readLedger(userId)
  await expect(change({ ...debit, amountMinor: -200n })).rejects.toThrow('belongs to another change')
  const other = await createTestShopper(database.db, { balanceMinor: 1_000n })
  await expect(change({ ...debit, userId: other })).rejects.toThrow('belongs to another change')
  await expect(change({ ...entryOf(userId, 100n), currency: 'USD' })).rejects.toThrow('takes no USD')
  expect(await readLedger(userId)).toEqual(before)
})

test('a change that was rolled back has left nothing, and its key is free', async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 1_000n })
  const debit = entryOf(userId, -100n)
  const failing = inTransaction(database.db, async tx => {
    await changeWallet(tx, debit)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect((await readLedger(userId)).wallet).toMatchObject({ balanceMinor: 1_000n, version: 1 })
  expect(await change(debit)).toMatchObject({ changed: true, repeated: false })
})

test('the ledger is listed newest first, each entry on exactly one page', async () => {
  const userId = await createTestShopper(database.db)
  for (let i = 1; i <= 65; i += 1) await change(entryOf(userId, 1n))
  const versions: number[] = []
  let cursor: string | null | undefined
  do {
    const page = await listWalletEntries(database.db, { userId, cursor: cursor ?? undefined })
    versions.push(...page.entries.map(entry => entry.version))
    cursor = page.nextCursor
  } while (cursor)
  expect(versions).toEqual(Array.from({ length: 65 }, (_, index) => 65 - index))
  expect(await listWalletEntries(database.db, { userId: 'usr_nobody' })).toEqual({ entries: [], nextCursor: null })
})
