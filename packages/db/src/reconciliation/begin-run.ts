import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

export type NewRun = { readonly askedBy: string | null; readonly since: Date }

/** A review that has not ended in this time was killed. */
const staleMinutes = 15

/** Begins a review, one at a time: a second one is refused while the first runs; one that was killed is written off. */
export const beginRun = async (db: Tx, { askedBy, since }: NewRun): Promise<string> => {
  await db.$executeRaw`
    update reconciliation_run set status = 'FAILED', ended_at = now(), not_compared = 'it was ended before it had an answer'
    where status = 'RUNNING' and started_at < now() - make_interval(mins => ${staleMinutes}::int)`
  const id = newId('reconciliation', new Date())
  const begun = await db.$executeRaw`
    insert into reconciliation_run (id, trigger, asked_by, status, since)
    values (${id}, ${askedBy === null ? 'daily' : 'asked'}, ${askedBy}, 'RUNNING', ${since})
    on conflict (status) where status = 'RUNNING' do nothing`
  if (begun === 0) throw new DomainError('conflict', 'a review of the books runs already')
  return id
}

/** Ends a review that could not be made. */
export const failRun = async (db: Tx, runId: string, because: string): Promise<void> => {
  await db.$executeRaw`
    update reconciliation_run set status = 'FAILED', ended_at = now(), not_compared = ${because.slice(0, 500)}
    where id = ${runId} and status = 'RUNNING'`
}
