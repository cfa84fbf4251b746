import { DomainError } from '@makegood/core/errors'
import type { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import type { z } from 'zod'
import type { ApiContext } from '../context.ts'

type Outcomes = z.infer<typeof manyOutcomesSchema>

/**
 * Does one act for each of many, one after the other and each on its own: what is refused or fails does not keep the rest
 * from being done, and the answer says of each what became of it. The caller bounds how many there are.
 */
export const forMany = async (
  { logger }: Pick<ApiContext, 'logger'>,
  ids: readonly string[],
  act: (id: string) => Promise<void>,
): Promise<Outcomes> => {
  const outcomes: Outcomes['outcomes'] = []
  for (const id of new Set(ids)) {
    try {
      await act(id)
      outcomes.push({ id, refusal: null })
    } catch (error) {
      if (!(error instanceof DomainError)) logger.error({ err: error, id }, 'one of many could not be done')
      outcomes.push({ id, refusal: error instanceof DomainError ? error.code : 'unexpected' })
    }
  }
  return { outcomes }
}
