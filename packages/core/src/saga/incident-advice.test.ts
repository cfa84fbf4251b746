import { expect, test } from 'vitest'
import { adviseOn, incidentAdviceNames } from './incident-advice.ts'
import { incidentKinds, underWays } from './incident-kinds.ts'

const cause = {
  sagaId: 'cancel-order:can_1',
  stepId: 'refund-card',
  code: '',
  nextTryAt: null,
  underWay: null,
} as const

test('what the shop is about to try again by itself needs nobody, whatever it is', () => {
  for (const kind of incidentKinds)
    expect(adviseOn({ ...cause, kind, nextTryAt: '2026-11-26T00:00:00.000Z' })).toEqual({ name: 'away', act: 'wait' })
})

test('the code of the outside decides before the step does, and the step before the kind', () => {
  const kind = 'step-failed'
  expect(adviseOn({ ...cause, kind, code: 'expired_or_canceled_card' })).toEqual({
    name: 'refund-too-old',
    act: 'settle',
  })
  expect(adviseOn({ ...cause, kind, code: 'charge_already_refunded' }).act).toBe('settle')
  expect(adviseOn({ ...cause, kind, code: 'something_else' })).toEqual({ name: 'refund-refused', act: 'retry' })
  expect(adviseOn({ ...cause, kind: 'saga-held', stepId: 'register-shipment', code: 'ADDRESS_NOT_SERVED' }).name).toBe(
    'parcel-address',
  )
  expect(adviseOn({ ...cause, kind: 'undo-failed', stepId: 'undo:charge-card' }).name).toBe('undo-charge')
  const taking = { ...cause, kind: 'saga-held', stepId: 'cancel-shipment' } as const
  expect(adviseOn({ ...taking, code: 'SHIPMENT_NOT_FOUND' }).name).toBe('parcel-unknown')
  expect(adviseOn(taking)).toEqual({ name: 'parcel-unasked', act: 'retry' })
  expect(adviseOn({ ...cause, kind: 'undo-failed', stepId: 'undo:register-shipment' }).name).toBe('undo')
})

test('events that could not be handled are told apart by who could not handle them', () => {
  const kind = 'event-failed'
  const handle = { ...cause, kind, stepId: 'handle' } as const
  expect(adviseOn({ ...handle, sagaId: 'handle-webhooks:payment:evt_1' })).toEqual({
    name: 'poison-webhook',
    act: 'retry',
  })
  expect(adviseOn({ ...handle, sagaId: 'rank-products:evt_1' })).toEqual({ name: 'poison-event', act: 'resolve' })
  expect(adviseOn({ ...handle, stepId: 'send' })).toEqual({ name: 'poison-send', act: 'wait' })
})

test('what is under way already is not advised anew, whatever it is: the advice follows it', () => {
  const lost = { ...cause, kind: 'parcel-lost' } as const
  expect(adviseOn(lost)).toEqual({ name: 'lost', act: 'ask-return' })
  const acts = underWays.map(underWay => [underWay, adviseOn({ ...lost, underWay }).act])
  expect(Object.fromEntries(acts)).toEqual({
    'settlement-asked': 'wait',
    cancelling: 'wait',
    'return-asked': 'decide-return',
    'return-waits': 'wait',
    'return-coming': 'receive-return',
    'return-goes-on': 'wait',
  })
  expect(adviseOn({ ...cause, kind: 'step-failed', underWay: 'settlement-asked' }).act).toBe('wait')
})

test('every kind is told something of its own list', () => {
  for (const kind of incidentKinds)
    expect(incidentAdviceNames).toContain(adviseOn({ ...cause, kind, stepId: 'what-is-this' }).name)
})
