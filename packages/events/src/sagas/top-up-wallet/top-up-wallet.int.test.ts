import { newId } from '@makegood/core/ids'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { getWallet } from '@makegood/db/wallet/get-wallet'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../../test/start-saga-stand.ts'

let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand({ policy: { POLICY_PAYMENT_SECONDS: '8' } })
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const topUp = async (paymentMethod: string) => {
  const userId = await createTestShopper(stand.db)
  const topUpId = newId('topUp', new Date())
  const request = { topUpId, userId, amountMinor: 50_000n, paymentMethod, correlationId: 'cor_test' }
  await openTopUp(stand.db, { ...request, limits: stand.deps.policy })
  stand.outbox.nudge()
  return { topUpId, userId }
}
const ended = (topUpId: string, status: 'COMPLETED' | 'UNDONE') =>
  stand.waitForSaga(`top-up-wallet:${topUpId}`, status, 60_000)
const read = (id: string) => stand.db.walletTopUp.findUniqueOrThrow({ where: { id } })
const balanceOf = async (userId: string) => (await getWallet(stand.db, userId)).amountMinor
type Charges = { readonly count: number; readonly failed: number; readonly amountRefunded: number }
const chargesOf = async (topUpId: string) =>
  (await stand.ask(`/sandbox/charges?key=${encodeURIComponent(`top-up-wallet:${topUpId}:charge-top-up`)}`)) as Charges
const approvalOf = (topUpId: string) =>
  vi.waitFor(
    async () => {
      const { actionUrl } = await read(topUpId)
      if (!actionUrl) throw new Error('no approval is asked yet')
      return actionUrl
    },
    { timeout: 10_000, interval: 20 },
  )

test('a declined card puts nothing into the wallet, and says why', async () => {
  const { topUpId, userId } = await topUp('pm_card_chargeDeclinedInsufficientFunds')
  await ended(topUpId, 'UNDONE')
  expect(await read(topUpId)).toMatchObject({
    status: 'DECLINED',
    failureReason: 'insufficient-funds',
    chargeRef: null,
  })
  expect(await balanceOf(userId)).toBe(0n)
})

test('a gateway that charges and then never answers: one charge, one credit', async () => {
  await stand.setFaults({ payment: { mode: 'charge-then-timeout', times: 1 } })
  const { topUpId, userId } = await topUp('pm_card_visa')
  await ended(topUpId, 'COMPLETED')
  expect(await chargesOf(topUpId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await balanceOf(userId)).toBe(50_000n)
  expect(await stand.db.walletEntry.findMany({ where: { userId } })).toMatchObject([
    { kind: 'TOP_UP', amountMinor: 50_000n, key: `top-up:${topUpId}` },
  ])
})

test('a credit that can never be written gives the charge back', async () => {
  const userId = await createTestShopper(stand.db)
  await stand.db.wallet.create({ data: { userId, currency: 'USD' } })
  const topUpId = newId('topUp', new Date())
  const request = { topUpId, userId, amountMinor: 50_000n, paymentMethod: 'pm_card_visa', correlationId: 'cor_test' }
  await openTopUp(stand.db, { ...request, limits: stand.deps.policy })
  stand.outbox.nudge()
  await ended(topUpId, 'UNDONE')
  expect(await read(topUpId)).toMatchObject({ status: 'REFUNDED', failureReason: 'gateway-trouble' })
  expect(await chargesOf(topUpId)).toMatchObject({ count: 1, amountRefunded: 50_000 })
})

test('a card that needs approval is in the wallet once it is approved, and not before', async () => {
  const { topUpId, userId } = await topUp('pm_card_authenticationRequired')
  const actionUrl = await approvalOf(topUpId)
  expect(await balanceOf(userId)).toBe(0n)
  await stand.approve(actionUrl, 'approve')
  await ended(topUpId, 'COMPLETED')
  expect(await balanceOf(userId)).toBe(50_000n)
  expect(await read(topUpId)).toMatchObject({ status: 'SUCCEEDED', actionUrl: null })
})

test('an approval that is refused puts nothing into the wallet', async () => {
  const { topUpId, userId } = await topUp('pm_card_authenticationRequired')
  await stand.approve(await approvalOf(topUpId), 'refuse')
  await ended(topUpId, 'UNDONE')
  expect(await read(topUpId)).toMatchObject({ status: 'DECLINED', failureReason: 'authentication-failed' })
  expect(await balanceOf(userId)).toBe(0n)
})

test('an approval that nobody gives ends with its time: the charge is cancelled and can take nothing later', async () => {
  const { topUpId, userId } = await topUp('pm_card_authenticationRequired')
  const actionUrl = await approvalOf(topUpId)
  await ended(topUpId, 'UNDONE')
  expect(await read(topUpId)).toMatchObject({ status: 'FAILED', failureReason: 'approval-expired' })
  await stand.approve(actionUrl, 'approve').catch(() => undefined)
  expect(await chargesOf(topUpId)).toMatchObject({ count: 0 })
  expect(await balanceOf(userId)).toBe(0n)
}, 60_000)
