import { sagaPlansViewSchema } from '@makegood/core/saga/saga-views'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** The steps of every saga in their order, and how often each is tried before it waits for a person. */
export const getPlans = operatorProcedure('saga.read')
  .input(z.void())
  .output(sagaPlansViewSchema)
  .query(({ ctx: { api } }) => ({
    attemptsMax: api.policy.stepAttempts,
    steps: Object.fromEntries(
      [...api.sagaPlans].map(([name, { forward }]) => [name, forward.map(({ stepId }) => stepId)]),
    ),
  }))
