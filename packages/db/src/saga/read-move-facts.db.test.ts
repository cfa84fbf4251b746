import type { SagaView } from '@makegood/core/saga/saga-views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { getOperatorOrder } from '../order/get-operator-order.ts'
import { recordFullRefund } from '../refund/record-full-refund.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { readMoveFacts } from './read-move-facts.ts'
import { toSagaView } from './to-saga-view.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const won = (amountMinor: string) => ({ amountMinor, currency: 'KRW' })

/** A payment that was turned round; an order's page and an incident's, which reads its saga alone, must say the same of its steps. */
const stopUndoing = async (chargeUndone: 'DONE' | 'FAILED') => {
  const { db } = database
  const { orderId, paymentId } = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const { sagaId } = await stopTestSaga(db, {
    orderId,
    input: { orderId, paymentId },
    direction: 'UNDOING',
    steps: [
      { stepId: 'confirm-stock', undoStatus: 'DONE' },
      { stepId: 'charge-card', undoStatus: chargeUndone, result: { chargeRef: `ch_${paymentId}` } },
    ],
    kind: 'undo-failed',
    at: 'undo:charge-card',
  })
  const stepsOf = async () => {
    const { sagas } = await getOperatorOrder(db, orderId, 'en')
    const moves = movesOf(sagas.find(({ id }) => id === sagaId))
    const steps = { orderBy: { position: 'asc' } } as const
    const alone = await db.saga.findUniqueOrThrow({ where: { id: sagaId }, include: { steps } })
    expect(movesOf(toSagaView(alone, await readMoveFacts(db, alone)))).toEqual(moves)
    return moves
  }
  const refund = { paymentId, source: 'undo', chargeRef: `ch_${paymentId}`, refundRef: `re_${paymentId}` } as const
  return { stepsOf, refund }
}

const movesOf = (saga: SagaView | undefined) =>
  Object.fromEntries((saga?.steps ?? []).map(({ stepId, moved, movedBack }) => [stepId, { moved, movedBack }]))

const taken = [{ what: 'taken-from-card', amount: won('28000') }]

test('money is said to be back only once the books have it, on an order’s page and an incident’s', async () => {
  const { stepsOf, refund } = await stopUndoing('DONE')
  expect(await stepsOf()).toEqual({
    'confirm-stock': { moved: [{ what: 'sold', pieces: 1 }], movedBack: [{ what: 'put-aside', pieces: 1 }] },
    'charge-card': { moved: taken, movedBack: [] },
  })
  await inTransaction(database.db, tx => recordFullRefund(tx, refund))
  expect((await stepsOf())['charge-card']).toEqual({
    moved: taken,
    movedBack: [{ what: 'back-to-card', amount: won('28000') }],
  })
})

test('money whose refund did not arrive is not said to be back', async () => {
  const { stepsOf, refund } = await stopUndoing('DONE')
  await inTransaction(database.db, tx => recordFullRefund(tx, refund))
  await database.db.refund.updateMany({
    where: { gatewayRef: refund.refundRef },
    data: { status: 'FAILED', doneAt: null },
  })
  expect((await stepsOf())['charge-card']?.movedBack).toEqual([])
})

test('an undo that failed has moved nothing back', async () => {
  const { stepsOf } = await stopUndoing('FAILED')
  expect((await stepsOf())['charge-card']).toEqual({ moved: taken, movedBack: [] })
})
