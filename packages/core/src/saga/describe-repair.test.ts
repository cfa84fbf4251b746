import { expect, test } from 'vitest'
import type { RecordedSagaStep, RepairedSaga } from './decide-repair.ts'
import { consequencesOf, planRetry, planUndo, type SagaPlan } from './describe-repair.ts'
import { sagaStarts } from './saga-starts.ts'
import { canTurnRound } from './saga-ways.ts'

const step = (stepId: string, position: number, changed: Partial<RecordedSagaStep> = {}): RecordedSagaStep => ({
  stepId,
  position,
  kind: 'undoable',
  status: 'DONE',
  undoStatus: null,
  ...changed,
})
const planned = (...ids: string[]) => ids.map(stepId => ({ stepId, conditional: stepId === 'debit-wallet' }))
const plan: SagaPlan = {
  forward: planned('confirm-stock', 'debit-wallet', 'charge-card', 'mark-paid', 'confirm-order'),
  settle: planned('put-order-back'),
}
const saga = (steps: readonly RecordedSagaStep[], direction: RepairedSaga['direction'] = 'FORWARD'): RepairedSaga => ({
  name: 'pay-order',
  status: 'NEEDS_ATTENTION',
  direction,
  steps,
})
const won = (amountMinor: string) => ({ amountMinor, currency: 'KRW' }) as const
const goods = [{ variantId: 'var_1', name: 'Bowl', quantity: 2 }]
const stakes = { card: won('28000'), wallet: won('0'), goods }

test('going on takes the steps that are not done, and names those that may have nothing to do', () => {
  expect(
    planRetry(
      saga([step('confirm-stock', 1), step('charge-card', 3, { status: 'FAILED' })]),
      plan,
      'PAYMENT_PROCESSING',
    ),
  ).toEqual([
    { stepId: 'debit-wallet', certain: false },
    { stepId: 'charge-card', certain: true },
    { stepId: 'mark-paid', certain: true },
    { stepId: 'confirm-order', certain: true },
  ])
})

test('turning round undoes in reverse what may have happened: not what refused, not what is undone already', () => {
  const steps = [
    step('confirm-stock', 1),
    step('debit-wallet', 2, { undoStatus: 'DONE' }),
    step('charge-card', 3, { status: 'STARTED' }),
    step('redeem-coupon', 4, { status: 'REFUSED' }),
    step('mark-paid', 5, { kind: 'pivot', status: 'FAILED' }),
  ]
  const expected = [
    { stepId: 'undo:charge-card', certain: false },
    { stepId: 'undo:confirm-stock', certain: true },
    { stepId: 'put-order-back', certain: true },
  ]
  expect(planUndo(saga(steps), plan)).toEqual(expected)
  expect(planRetry(saga(steps, 'UNDOING'), plan, 'PAYMENT_PROCESSING')).toEqual(expected)
})

test('a saga whose order has moved on turns round when it is tried again: nothing is brought to an order that is cancelled', () => {
  const held = { ...saga([step('register-shipment', 1, { status: 'FAILED' })]), name: 'fulfil-order' } as const
  const delivery: SagaPlan = { forward: planned('register-shipment', 'mark-preparing'), settle: [] }
  expect(planRetry(held, delivery, 'CONFIRMED').map(({ stepId }) => stepId)).toEqual([
    'register-shipment',
    'mark-preparing',
  ])
  const undone = [{ stepId: 'undo:register-shipment', certain: false }]
  expect(planRetry(held, delivery, 'CANCELLED')).toEqual(undone)
  expect(consequencesOf(undone, stakes).parcels).toEqual(['cancelled'])
  const paid = saga([step('mark-paid', 4, { kind: 'pivot' })])
  expect(planRetry(paid, plan, 'CANCELLED').map(({ stepId }) => stepId)).toContain('confirm-order')
})

test('the consequences name the money of each leg that has any, the goods, and what the shopper is told', () => {
  const steps = planRetry(saga([]), plan, 'PAYMENT_PROCESSING')
  expect(consequencesOf(steps, stakes)).toEqual({
    money: [{ what: 'taken-from-card', amount: won('28000') }],
    stock: [{ what: 'sold', ...goods[0] }],
    parcels: [],
    messages: [{ template: 'order-confirmed', channels: ['email', 'push'] }],
  })
  const undone = planUndo(saga([step('confirm-stock', 1), step('charge-card', 3)]), plan)
  expect(consequencesOf(undone, stakes)).toMatchObject({
    money: [{ what: 'back-to-card', amount: won('28000') }],
    stock: [{ what: 'put-aside' }],
    messages: [],
  })
})

test('every saga says whether it can be turned round', () => {
  expect(Object.keys(canTurnRound).sort()).toEqual(
    [...new Set(Object.values(sagaStarts).map(start => start.saga))].sort(),
  )
})

test('a saga of which nothing is left to do ends well when it is tried again, wherever its order is by now', () => {
  const steps = ['confirm-stock', 'debit-wallet', 'charge-card', 'mark-paid', 'confirm-order'].map((id, at) =>
    step(id, at),
  )
  expect(planRetry(saga(steps), plan, 'PREPARING')).toEqual([])
})
