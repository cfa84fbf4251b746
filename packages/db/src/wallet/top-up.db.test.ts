import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { getOpenTopUp, getTopUp } from './get-top-up.ts'
import { getWallet } from './get-wallet.ts'
import { type OpenTopUp, openTopUp } from './open-top-up.ts'
import {
  creditLateTopUp,
  creditTopUp,
  failTopUp,
  markTopUpActionRequired,
  markTopUpCharged,
  markTopUpRefunded,
} from './settle-top-up.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { topUpMinMinor: 1_000n, topUpMaxMinor: 1_000_000n }
const newRequest = async (): Promise<OpenTopUp> => ({
  topUpId: newId('topUp', new Date()),
  userId: await createTestShopper(database.db),
  amountMinor: 50_000n,
  paymentMethod: 'pm_card_visa',
  correlationId: 'cor_test',
  limits,
})
const openNew = async () => {
  const request = await newRequest()
  await openTopUp(database.db, request)
  return request
}
const read = (id: string) => database.db.walletTopUp.findUnique({ where: { id } })
const eventsOf = async (topUpId: string) =>
  (await database.db.outbox.findMany({ where: { payload: { path: ['topUpId'], equals: topUpId } } })).map(
    event => event.name,
  )
const credit = (topUpId: string) => inTransaction(database.db, tx => creditTopUp(tx, topUpId))

test('an amount outside the bounds is refused with the bounds, and nothing is written', async () => {
  const request = await newRequest()
  for (const amountMinor of [0n, 999n, 1_000_001n])
    await expect(openTopUp(database.db, { ...request, amountMinor })).rejects.toMatchObject({
      code: 'top-up-amount',
      details: { minMinor: '1000', maxMinor: '1000000' },
    })
  expect(await read(request.topUpId)).toBeNull()
})

test('the same id ten times at once opens one top-up with one saga; other content or another person is refused', async () => {
  const { db } = database
  const request = await newRequest()
  await Promise.all(Array.from({ length: 10 }, () => openTopUp(db, request)))
  expect(await eventsOf(request.topUpId)).toEqual(['wallet/top-up.requested'])
  expect(await db.saga.count({ where: { id: `top-up-wallet:${request.topUpId}` } })).toBe(1)
  const stranger = await createTestShopper(db)
  for (const other of [{ amountMinor: 60_000n }, { paymentMethod: 'pm_other' }, { userId: stranger }])
    await expect(openTopUp(db, { ...request, ...other })).rejects.toMatchObject({ code: 'top-up-id-taken' })
})

test('a top-up that was not charged puts nothing into the wallet, approved or not', async () => {
  const { topUpId, userId } = await openNew()
  expect(await credit(topUpId)).toBe(false)
  await markTopUpActionRequired(database.db, topUpId, 'https://gateway.test/approve')
  expect(await credit(topUpId)).toBe(false)
  expect(await getWallet(database.db, userId)).toMatchObject({ amountMinor: 0n })
  expect(await getTopUp(database.db, { topUpId, userId })).toMatchObject({
    status: 'OPEN',
    actionUrl: 'https://gateway.test/approve',
  })
})

test('a charged top-up is in the wallet once, also when it is credited ten times at once', async () => {
  const { topUpId, userId } = await openNew()
  await markTopUpCharged(database.db, topUpId, `pi_${topUpId}`)
  const answers = await Promise.all(Array.from({ length: 10 }, () => credit(topUpId)))
  expect(answers.filter(answer => answer)).toHaveLength(1)
  expect(await getWallet(database.db, userId)).toMatchObject({ amountMinor: 50_000n })
  expect(await database.db.walletEntry.findMany({ where: { userId } })).toMatchObject([{ key: `top-up:${topUpId}` }])
  expect((await eventsOf(topUpId)).filter(name => name === 'wallet/topped-up')).toHaveLength(1)
  expect(await inTransaction(database.db, tx => getOpenTopUp(tx, topUpId))).toBeNull()
})

test('one charge belongs to one top-up, and a settled top-up takes no other', async () => {
  const [first, second] = [await openNew(), await openNew()]
  await markTopUpCharged(database.db, first.topUpId, 'pi_shared')
  await expect(markTopUpCharged(database.db, second.topUpId, 'pi_shared')).rejects.toThrow()
  await expect(markTopUpCharged(database.db, first.topUpId, 'pi_other')).rejects.toThrow('is not open')
  await credit(first.topUpId)
  await expect(markTopUpCharged(database.db, first.topUpId, 'pi_shared')).rejects.toThrow('is not open')
})

test('a refunded or failed top-up never reaches the wallet, and its end is told once', async () => {
  const { db } = database
  const { topUpId, userId } = await openNew()
  await markTopUpCharged(db, topUpId, `pi_${topUpId}`)
  const refund = { topUpId, chargeRef: `pi_${topUpId}`, refundRef: `re_${topUpId}` }
  for (let i = 0; i < 2; i += 1) await inTransaction(db, tx => markTopUpRefunded(tx, refund))
  await expect(markTopUpRefunded(db, { ...refund, refundRef: 're_other' })).rejects.toThrow('cannot become refunded')
  const fail = () => inTransaction(db, tx => failTopUp(tx, { topUpId, status: 'FAILED', reason: 'approval-expired' }))
  expect([await fail(), await fail()]).toEqual([true, false])
  expect(await credit(topUpId)).toBe(false)
  expect(await read(topUpId)).toMatchObject({ status: 'REFUNDED', failureReason: 'approval-expired' })
  expect(await eventsOf(topUpId)).toEqual(['wallet/top-up.requested', 'wallet/top-up.failed'])
  expect(await getWallet(db, userId)).toMatchObject({ amountMinor: 0n })

  const declined = await openNew()
  await inTransaction(db, tx =>
    failTopUp(tx, { topUpId: declined.topUpId, status: 'DECLINED', reason: 'card-declined' }),
  )
  expect(await read(declined.topUpId)).toMatchObject({ status: 'DECLINED', failureReason: 'card-declined' })
})

test("another's top-up is answered as one that does not exist", async () => {
  const { topUpId } = await openNew()
  const userId = await createTestShopper(database.db)
  expect(await getTopUp(database.db, { topUpId, userId })).toBeNull()
})

test('a late charge of another amount or currency puts nothing into the wallet; one of its own amount does, once', async () => {
  const { topUpId, userId } = await openNew()
  await inTransaction(database.db, tx => failTopUp(tx, { topUpId, status: 'FAILED', reason: 'approval-expired' }))
  const late = { topUpId, chargeRef: `ch_${topUpId}`, amountMinor: 50_000n, currency: 'KRW' }
  const creditLate = (changes: Partial<typeof late>) =>
    inTransaction(database.db, tx => creditLateTopUp(tx, { ...late, ...changes }))
  const before = await read(topUpId)
  for (const other of [{ amountMinor: 49_999n }, { amountMinor: 50_001n }, { currency: 'USD' }])
    expect(await creditLate(other)).toBe(false)
  expect(await read(topUpId)).toEqual(before)
  expect((await getWallet(database.db, userId)).amountMinor).toBe(0n)
  expect([await creditLate({}), await creditLate({})]).toEqual([true, false])
  expect((await getWallet(database.db, userId)).amountMinor).toBe(50_000n)
})
