import { type saveViewInput, viewsMax } from '@makegood/core/console/saved-views'
import { DomainError } from '@makegood/core/errors'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

/** Keeps a view under its owner's name for it: a view of theirs with this name is replaced. Refused where there are too many. */
export const saveView = async (
  db: Tx,
  operatorId: string,
  { viewId, place, name, shared, settings }: z.output<typeof saveViewInput>,
): Promise<{ viewId: string }> => {
  const saved = await db.$queryRaw<{ id: string }[]>`
    insert into console_view as v (id, owner_id, place, name, shared, settings)
    select ${viewId}, ${operatorId}, ${place}, ${name}, ${shared}, ${JSON.stringify(settings)}::jsonb
    where (select count(*) from console_view where owner_id = ${operatorId} and place = ${place} and name <> ${name}) < ${viewsMax}
    on conflict (owner_id, place, name) do update
      set shared = excluded.shared, settings = excluded.settings, updated_at = now()
    returning id`
  const [row] = saved
  if (!row) throw new DomainError('conflict', `more than ${viewsMax} views`)
  return { viewId: row.id }
}
