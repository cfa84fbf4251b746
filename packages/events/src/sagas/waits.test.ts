import { policySchema, toPolicy } from '@makegood/core/policy'
import { sagaWakes } from '@makegood/core/saga/saga-wakes'
import { expect, test } from 'vitest'
import { participants } from '../participants/participants.ts'
import type { Deps } from '../saga/deps.ts'
import { createSagas } from './create-sagas.ts'

test('every step that waits is woken by an event that also shortens its saga’s lease, and no event wakes what waits for none', () => {
  const deps = { policy: toPolicy(policySchema.parse({ POLICY_PACKING_SECONDS: '60' })) } as unknown as Deps
  const waits = createSagas(deps, participants).flatMap(({ name, forward }) =>
    forward.flatMap(step =>
      step.reach === 'wait' ? [[step.wakeOn, { saga: name, about: step.match, step: step.id }] as const] : [],
    ),
  )
  expect(Object.fromEntries(waits)).toEqual(sagaWakes)
})
