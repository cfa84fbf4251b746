import { policySchema, toPolicy } from '@makegood/core/policy'
import { eventEffects } from '@makegood/core/saga/foresee-event'
import { sagaStarts } from '@makegood/core/saga/saga-starts'
import { stepEffects } from '@makegood/core/saga/step-effects'
import { statusOfEvent } from '@makegood/db/shipment/parcel-places'
import { expect, test } from 'vitest'
import { participants } from '../participants/participants.ts'
import type { Deps } from '../saga/deps.ts'
import { createSagas } from './create-sagas.ts'

test('every step and every undo of every saga says what it does to the world, and nothing else is said', () => {
  const deps = { policy: toPolicy(policySchema.parse({ POLICY_PACKING_SECONDS: '60' })) } as unknown as Deps
  const sagas = createSagas(deps, participants)
  expect(sagas).toHaveLength(Object.keys(sagaStarts).length)
  const steps = sagas.flatMap(({ forward, settle }) => [...forward, ...settle({ reason: 'any', step: 'any' })])
  const ids = steps.flatMap(({ id, kind }) => (kind === 'undoable' ? [id, `undo:${id}`] : [id]))
  expect(Object.keys(stepEffects).sort()).toEqual([...new Set(ids)].sort())
})

test('what the carrier may tell has its effect, and each effect is of a state that it may tell', () => {
  const types = Object.keys(eventEffects.carrier ?? {})
  expect(types.map(statusOfEvent)).not.toContain(null)
  const told = ['handed-over', 'in-transit', 'delivered', 'lost', 'refused', 'returned', 'cancelled']
  expect(types.sort()).toEqual(told.map(state => `shipment.${state.replace('-', '_')}`).sort())
})
