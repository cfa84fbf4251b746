import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const entry = (userId: string, version: number, amountMinor: bigint, balanceAfterMinor: bigint) => ({
  userId,
  version,
  kind: 'ADJUSTMENT',
  amountMinor,
  balanceAfterMinor,
  key: `rule:${userId}:${version}:${amountMinor}`,
})

test('a balance that its ledger does not say is refused at the commit, up or down, with or without a version', async () => {
  const { db } = database
  const userId = await createTestShopper(db, { balanceMinor: 1_000n })
  for (const data of [
    { balanceMinor: 1_001n },
    { balanceMinor: 999n },
    { version: 2 },
    { balanceMinor: 0n, version: 0 },
  ])
    await expect(db.wallet.update({ where: { userId }, data })).rejects.toThrow('is not what its ledger says')
  await expect(db.wallet.update({ where: { userId }, data: { balanceMinor: -1n } })).rejects.toThrow('wallet_balance')
  expect(await db.wallet.findUnique({ where: { userId } })).toMatchObject({ balanceMinor: 1_000n, version: 1 })
})

test('a ledger entry that its wallet does not follow is refused at the commit', async () => {
  const { db } = database
  const userId = await createTestShopper(db, { balanceMinor: 1_000n })
  await expect(db.walletEntry.create({ data: entry(userId, 2, 500n, 1_500n) })).rejects.toThrow(
    'is not what its ledger says',
  )
  expect(await db.walletEntry.count({ where: { userId } })).toBe(1)
})

test('an entry that does not continue the one before it, leaves one out, or says nothing is refused', async () => {
  const { db } = database
  const userId = await createTestShopper(db, { balanceMinor: 1_000n })
  const add = (...values: [number, bigint, bigint]) => db.walletEntry.create({ data: entry(userId, ...values) })
  await expect(add(2, 500n, 1_600n)).rejects.toThrow('does not continue the balance')
  await expect(add(3, 500n, 1_500n)).rejects.toThrow('has none before it')
  await expect(add(2, 0n, 1_000n)).rejects.toThrow('wallet_entry_amount')
  await expect(add(2, -1_001n, -1n)).rejects.toThrow('wallet_entry_amount')
  await expect(add(1, 1n, 1n)).rejects.toThrow()
})

test('what the ledger says can be neither changed nor taken back', async () => {
  const { db } = database
  const userId = await createTestShopper(db, { balanceMinor: 1_000n })
  const where = { userId_version: { userId, version: 1 } }
  await expect(db.walletEntry.update({ where, data: { amountMinor: 1n } })).rejects.toThrow('append-only')
  await expect(db.walletEntry.delete({ where })).rejects.toThrow('append-only')
})
