import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import type { FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { inTransaction } from '@makegood/db/client'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { getWallet } from '@makegood/db/wallet/get-wallet'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { failTopUp } from '@makegood/db/wallet/settle-top-up'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDeps } from '../testing/test-deps.ts'
import { handleTopUpEvent } from './handle-top-up-event.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const openNew = async () => {
  const userId = await createTestShopper(database.db)
  const topUpId = newId('topUp', new Date())
  await openTopUp(database.db, {
    topUpId,
    userId,
    amountMinor: 50_000n,
    paymentMethod: 'pm_card_visa',
    correlationId: 'cor_test',
    limits: { topUpMinMinor: 1_000n, topUpMaxMinor: 1_000_000n },
  })
  return { topUpId, userId, chargeRef: `pi_${topUpId}` }
}
const giveUp = (topUpId: string) =>
  inTransaction(database.db, tx => failTopUp(tx, { topUpId, status: 'FAILED', reason: 'gateway-trouble' }))

const won = (amountMinor: bigint) => money(amountMinor, 'KRW')
const charged = (chargeRef: string, changes: object = {}): FindAnswer => ({
  outcome: 'ok',
  found: true,
  status: 'succeeded',
  chargeRef,
  amount: won(50_000n),
  refunded: won(0n),
  ...changes,
})

/** Hears of the charge while the gateway, where it is asked, answers this. */
const hear = async (topUpId: string, chargeRef: string | null, answer: FindAnswer) => {
  const gateway = { findByKey: () => Promise.resolve(answer) } as unknown as PaymentGateway
  const deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', { gateway })
  try {
    return await handleTopUpEvent(deps, topUpId, chargeRef)
  } finally {
    deps.redis.disconnect()
  }
}
const balanceOf = async (userId: string) => (await getWallet(database.db, userId)).amountMinor

test('money that was taken after its top-up was given up is in the wallet once, however often it is told', async () => {
  const { topUpId, userId, chargeRef } = await openNew()
  await giveUp(topUpId)
  expect(await hear(topUpId, chargeRef, charged(chargeRef))).toBe('late top-up')
  expect(await hear(topUpId, chargeRef, charged(chargeRef))).toBe('nothing to do')
  expect(await balanceOf(userId)).toBe(50_000n)
  expect(await database.db.walletTopUp.findUniqueOrThrow({ where: { id: topUpId } })).toMatchObject({
    status: 'SUCCEEDED',
    chargeRef,
    failureReason: null,
  })
})

test('a late charge that the gateway did not keep, cannot speak of, or took another amount for puts nothing into the wallet', async () => {
  const { topUpId, userId, chargeRef } = await openNew()
  await giveUp(topUpId)
  expect(await hear(topUpId, chargeRef, { outcome: 'ok', found: false })).toBe('nothing was kept')
  expect(await hear(topUpId, chargeRef, charged(chargeRef, { refunded: won(50_000n) }))).toBe('nothing was kept')
  await expect(hear(topUpId, chargeRef, { outcome: 'unknown', detail: 'away' })).rejects.toThrow('cannot say')
  await expect(hear(topUpId, chargeRef, charged(chargeRef, { amount: won(1n) }))).rejects.toThrow('another amount')
  expect(await balanceOf(userId)).toBe(0n)
})

test('a charge that is told while its top-up is being given up is told again until that is done', async () => {
  const { topUpId, userId, chargeRef } = await openNew()
  await database.db.saga.update({
    where: { id: `top-up-wallet:${topUpId}` },
    data: { direction: 'UNDOING', refusal: { reason: 'step-failed' } },
  })
  await expect(hear(topUpId, chargeRef, charged(chargeRef))).rejects.toThrow('is being given up')
  await giveUp(topUpId)
  expect(await hear(topUpId, chargeRef, charged(chargeRef))).toBe('late top-up')
  expect(await balanceOf(userId)).toBe(50_000n)
})

test('a top-up that waits is woken, and the news alone puts nothing into the wallet', async () => {
  const { topUpId, userId, chargeRef } = await openNew()
  expect(await hear(topUpId, chargeRef, charged(chargeRef))).toBe('top-up woken')
  expect(await hear(topUpId, null, charged(chargeRef))).toBe('top-up woken')
  expect(await balanceOf(userId)).toBe(0n)
})
