import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { acceptReturn } from '@makegood/db/return/decide-return'
import { receiveReturn } from '@makegood/db/return/move-return'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'

let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand()
}, 60_000)
afterAll(() => stand.stop())

/** The promise of the operations page, from what happened to the saga that goes on. */
const promisedMs = 60_000
const soon = { timeout: 15_000, interval: 20 }

const waitsAt = (sagaId: string, currentStep: string) =>
  vi.waitFor(
    async () => expect(await stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } })).toMatchObject({ currentStep }),
    soon,
  )

/** A return whose goods are on their way, so that its saga waits for them. */
const returnUnderWay = async () => {
  const order = await stand.reservedOrder()
  const { orderId } = order
  await stand.pay(order)
  await stand.waitForStatus(orderId, 'PREPARING')
  const parcel = await stand.parcelOf(orderId)
  for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
  await stand.waitForStatus(orderId, 'DELIVERED')
  const returnId = await stand.askForReturn(order)
  const decision = { returnId, operatorId: 'op', reason: 'fine', withoutGoods: false }
  await inTransaction(stand.db, tx => acceptReturn(tx, decision))
  stand.outbox.nudge()
  await waitsAt(`return-order:${returnId}`, 'await-goods')
  return { orderId, returnId }
}

const receiveGoods = async (returnId: string) => {
  const lines = await stand.db.returnLine.findMany({ where: { returnId } })
  const goods = lines.map(({ variantId, quantity }) => ({ variantId, restocked: quantity, writtenOff: 0 }))
  await inTransaction(stand.db, tx => receiveReturn(tx, returnId, goods))
  stand.outbox.nudge()
}

/** A payment that its shopper must approve at the bank. */
const paymentAtTheBank = async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_authenticationRequired')
  await waitsAt(`pay-order:${paymentId}`, 'await-approval')
  const { actionUrl } = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  return { orderId: order.orderId, paymentId, actionUrl: actionUrl ?? '' }
}

test('the engine loses every run while sagas wait for hours: within a minute of what they wait for, they go on', async () => {
  const [returned, paid] = [await returnUnderWay(), await paymentAtTheBank()]
  const sagaIds = [`return-order:${returned.returnId}`, `pay-order:${paid.paymentId}`]
  await stand.engine.kill('SIGKILL')
  await stand.engine.forget()
  await stand.engine.start()
  await stand.registerFunctions()
  // As after hours of waiting: nobody would look again for hours.
  const hours = new Date(Date.now() + 6 * 3600 * 1000)
  await stand.db.saga.updateMany({ where: { id: { in: sagaIds } }, data: { leaseUntil: hours } })
  const at = Date.now()
  await receiveGoods(returned.returnId)
  await stand.approve(paid.actionUrl, 'approve')
  await stand.waitForSaga(`return-order:${returned.returnId}`, 'COMPLETED', promisedMs)
  await stand.waitForSaga(`pay-order:${paid.paymentId}`, 'COMPLETED', at + promisedMs - Date.now())
  await stand.waitForStatus(paid.orderId, 'PREPARING')
  await stand.waitForStatus(returned.orderId, 'REFUNDED')
  expect(await stand.chargesOf(paid.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await stand.chargesOf(returned.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
  expect(await checkInvariants(stand.db)).toEqual([])
}, 120_000)
