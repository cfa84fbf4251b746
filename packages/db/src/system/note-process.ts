import type { ProcessSaid } from '@makegood/core/system/views'
import type { Tx } from '../client.ts'

/** Long enough to see that one has gone. */
const goneAfterSeconds = 3600

/** Writes down what an api process says of itself, and forgets those that have said nothing for an hour. */
export const noteProcess = async (
  db: Tx,
  { id, startedAt, said }: { readonly id: string; readonly startedAt: Date; readonly said: ProcessSaid },
): Promise<void> => {
  await db.$executeRaw`
    with gone as (
      delete from api_process where seen_at < now() - make_interval(secs => ${goneAfterSeconds}::float8) and id <> ${id}
    )
    insert into api_process (id, started_at, said) values (${id}, ${startedAt}, ${JSON.stringify(said)}::jsonb)
    on conflict (id) do update set seen_at = now(), said = excluded.said`
}
