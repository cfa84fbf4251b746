import type { CancellationOutcome } from '@makegood/core/cancellation/views'
import type { Tx } from '../client.ts'

/** What became of these requests so far; of what is no request nothing is told. */
export const listCancellationOutcomes = (db: Tx, cancellationIds: readonly string[]): Promise<CancellationOutcome[]> =>
  db.$queryRaw<CancellationOutcome[]>`
    select id, lower(status) as state, refusal from cancellation where id = any(${cancellationIds}::text[])`
