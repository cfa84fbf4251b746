import { retryIncident } from '@makegood/db/incident/retry-incident'
import { settleByHand } from '@makegood/db/incident/settle-by-hand'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'
import { compareCharges } from '../reconcile/compare-charges.ts'

let stand: SagaStand
beforeAll(async () => {
  stand = await startSagaStand({ policy: { POLICY_STEP_ATTEMPTS: '2' } })
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const since = new Date(Date.now() - 60_000)
/** Books and gateway agree, also while a refund is owed. */
const expectSound = async () => {
  expect(await checkInvariants(stand.db)).toEqual([])
  expect(await compareCharges(stand.deps, since)).toEqual([])
}
const request = (incidentId: string) => ({ incidentId, operatorId: 'op_1', leaseSeconds: 30 })
const owedOf = (orderId: string, occurrences: number) =>
  vi.waitFor(
    async () => {
      const incident = await stand.db.incident.findFirstOrThrow({ where: { orderId, resolvedAt: null } })
      expect(incident).toMatchObject({ kind: 'refund-failed', occurrences })
      expect(await stand.db.refund.findFirst({ where: { orderId } })).toMatchObject({ status: 'FAILED', doneAt: null })
      return incident
    },
    { timeout: 30_000, interval: 50 },
  )
const isClosed = (id: string) =>
  vi.waitFor(
    async () => {
      const { resolution } = await stand.db.incident.findUniqueOrThrow({ where: { id } })
      expect(resolution).not.toBeNull()
      return resolution
    },
    { timeout: 30_000, interval: 50 },
  )
const refundsAtGateway = async (orderId: string) =>
  await stand.db.$queryRaw<{ status: string }[]>`
    select r.object ->> 'status' as status from sandbox.refund r join sandbox.charge c on c.id = r.charge_id
    where c.order_id = ${orderId} order by r.object ->> 'created', r.id`

test('a refund that the gateway gives up is owed, is asked for again under a key of its own, and is settled by hand where it fails again', {
  timeout: 120_000,
}, async () => {
  const order = await stand.reservedOrder()
  const { orderId } = order
  await stand.pay(order, 'pm_card_refundFail')
  await stand.waitForStatus(orderId, 'PREPARING')
  const sagaId = `cancel-order:${await stand.cancel(order, 'operator')}`
  const incident = await owedOf(orderId, 1)
  expect(incident).toMatchObject({ sagaId, stepId: 'refund-card' })
  expect(await stand.statusOf(orderId)).toBe('CANCELLED')
  expect(await stand.chargesOf(orderId)).toMatchObject({ amountRefunded: 0 })
  await expectSound()

  await retryIncident(stand.db, { ...request(incident.id), correlationId: 'cor_operator' })
  stand.outbox.nudge()
  await vi.waitFor(async () => expect(await refundsAtGateway(orderId)).toHaveLength(2), { timeout: 30_000 })
  await vi.waitFor(
    async () => expect((await refundsAtGateway(orderId)).map(({ status }) => status)).toEqual(['failed', 'failed']),
    {
      timeout: 30_000,
    },
  )
  const again = await owedOf(orderId, 2)
  expect(again.id).toBe(incident.id)

  const byHand = { ...request(again.id), role: 'finance', reason: 'sent by bank' } as const
  await expect(settleByHand(stand.db, { ...byHand, reference: null })).rejects.toMatchObject({ code: 'invalid-input' })
  await settleByHand(stand.db, { ...byHand, reference: 'bank 78' })
  stand.outbox.nudge()
  await stand.waitForSaga(sagaId, 'COMPLETED')
  expect(await isClosed(again.id)).toBe('settled-by-hand')
  expect(await stand.db.refund.findMany({ where: { orderId } })).toMatchObject([
    { status: 'DONE', gatewayRef: 'bank 78', amountMinor: 28_000n },
  ])
})
