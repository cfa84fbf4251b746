import { expect, test } from 'vitest'
import { adviseOn, incidentAdviceNames } from './incident-advice.ts'
import { incidentKinds } from './incident-kinds.ts'

const cause = { sagaId: 'cancel-order:can_1', stepId: 'refund-card', code: '', nextTryAt: null } as const

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

test('every kind is told something of its own list', () => {
  for (const kind of incidentKinds)
    expect(incidentAdviceNames).toContain(adviseOn({ ...cause, kind, stepId: 'what-is-this' }).name)
})
