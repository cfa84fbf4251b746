import { expect, test } from 'vitest'
import { type PlannedSaga, planRetry, planUndo, type SagaPlan } from './describe-repair.ts'
import { sagaStarts } from './saga-starts.ts'
import { canTurnRound } from './saga-ways.ts'

type Step = PlannedSaga['steps'][number]
const step = (stepId: string, position: number, changed: Partial<Step> = {}): Step => ({
  stepId,
  position,
  kind: 'undoable',
  status: 'DONE',
  undoStatus: null,
  result: null,
  ...changed,
})
const planned = (...ids: string[]) => ids.map(stepId => ({ stepId, skips: skips[stepId] ?? null }))
const skips: Readonly<Record<string, SagaPlan['forward'][number]['skips']>> = {
  'debit-wallet': input => !(input as { wallet: boolean }).wallet,
  'confirm-order': (_input, results) => (results['mark-paid'] as { held: boolean } | null)?.held === true,
}
const plan: SagaPlan = {
  forward: planned('confirm-stock', 'debit-wallet', 'charge-card', 'mark-paid', 'confirm-order'),
  settle: planned('put-order-back'),
}
const saga = (steps: readonly Step[], direction: PlannedSaga['direction'] = 'FORWARD'): PlannedSaga => ({
  name: 'pay-order',
  status: 'NEEDS_ATTENTION',
  direction,
  steps,
  input: { wallet: true },
})
test('going on takes the steps that are not done, and names those of which it is not known yet whether they have anything to do', () => {
  expect(
    planRetry(
      saga([step('confirm-stock', 1), step('charge-card', 3, { status: 'FAILED' })]),
      plan,
      'PAYMENT_PROCESSING',
    ),
  ).toEqual([
    { stepId: 'debit-wallet', certain: true },
    { stepId: 'charge-card', certain: true },
    { stepId: 'mark-paid', certain: true },
    { stepId: 'confirm-order', certain: false },
  ])
})

test('what decides whether a step has anything to do is asked where it is recorded', () => {
  const paid = [
    ...['confirm-stock', 'charge-card'].map((id, at) => step(id, at)),
    step('mark-paid', 4, { kind: 'pivot', result: { held: false } }),
  ]
  const forCard = { ...saga(paid), input: { wallet: false } }
  expect(planRetry(forCard, plan, 'PAID')).toEqual([{ stepId: 'confirm-order', certain: true }])
  const held = paid.map(one => (one.stepId === 'mark-paid' ? { ...one, result: { held: true } } : one))
  expect(planRetry({ ...forCard, steps: held }, plan, 'PAID')).toEqual([])
})

test('a step that was begun has something to do, whatever is said of it', () => {
  const begun = saga([step('debit-wallet', 2, { status: 'FAILED' })])
  expect(planRetry({ ...begun, input: { wallet: false } }, plan, 'PAYMENT_PROCESSING')).toContainEqual({
    stepId: 'debit-wallet',
    certain: true,
  })
})

test('a charge that waits for its approval may have taken nothing that could go back', () => {
  const asked = step('charge-card', 3, { result: { chargeRef: 'pi_1', actionUrl: 'https://bank' } })
  expect(planUndo(saga([asked], 'UNDOING'), plan)[0]).toEqual({ stepId: 'undo:charge-card', certain: false })
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
  const paid = saga([step('mark-paid', 4, { kind: 'pivot' })])
  expect(planRetry(paid, plan, 'CANCELLED').map(({ stepId }) => stepId)).toContain('confirm-order')
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
