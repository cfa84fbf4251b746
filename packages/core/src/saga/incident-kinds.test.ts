import { expect, test } from 'vitest'
import { findRetryRefusal, type RepairedSaga } from './decide-repair.ts'
import { canBeTriedAgain, incidentKinds } from './incident-kinds.ts'

const saga: RepairedSaga = { name: 'fulfil-order', status: 'NEEDS_ATTENTION', direction: 'FORWARD', steps: [] }

test.each(incidentKinds)('to try %s again is offered exactly where the shop would not refuse it', kind => {
  const incident = { kind, stepId: 'cancel-shipment', resolved: false, hasEvent: true, asked: false }
  expect(canBeTriedAgain(kind)).toBe(findRetryRefusal({ incident, saga }) === null)
})
