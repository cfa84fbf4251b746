import { DomainError } from '@makegood/core/errors'
import type { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import type { z } from 'zod'
import type { ApiContext } from '../context.ts'

type Outcomes = z.infer<typeof manyOutcomesSchema>

/**
 * Does one act for each of many, one after the other, each once and on its own: what is refused or fails does not keep the rest
 * from being done, and the answer says of each what became of it. The caller bounds how many there are.
 */
export const forMany = async <Thing extends string | { readonly orderId: string }>(
  { logger }: Pick<ApiContext, 'logger'>,
  things: readonly Thing[],
  act: (thing: Thing) => Promise<void>,
): Promise<Outcomes> => {
  const outcomes: Outcomes['outcomes'] = []
  const byId = new Map(things.map(thing => [typeof thing === 'string' ? thing : thing.orderId, thing]))
  for (const [id, thing] of byId) {
    try {
      await act(thing)
      outcomes.push({ id, refusal: null })
    } catch (error) {
      if (!(error instanceof DomainError)) logger.error({ err: error, id }, 'one of many could not be done')
      outcomes.push({ id, refusal: error instanceof DomainError ? error.code : 'unexpected' })
    }
  }
  return { outcomes }
}
