import { type AttentionNow, attentionCountMax } from '@makegood/core/today/views'
import type { Role } from '@makegood/core/user/roles'
import { listWaiting } from '../approval/list-waiting.ts'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { unfinishedSaga } from '../order/order-conditions.ts'
import { isPaused } from '../saga/is-paused.ts'
import { isUnfinished } from '../saga/is-unfinished.ts'
import { listLongPauses } from './list-long-pauses.ts'
import { readHeld } from './read-held.ts'
import { readProblems } from './read-problems.ts'

/** What needs somebody now, asked by the indexes of what is unfinished alone: the same cost however many orders have ended. */
export const readAttention = async (
  db: Tx,
  viewer: { readonly id: string; readonly role: Role },
  /** From when on a pause is told of. */
  pauseReminderSeconds: number,
): Promise<AttentionNow> => {
  const [counts, problems, approvals, held, longPauses] = await Promise.all([
    readCounts(db),
    readProblems(db),
    listWaiting(db, viewer),
    readHeld(db),
    listLongPauses(db, pauseReminderSeconds),
  ])
  return { counts, problems, approvals, longPauses, ...held }
}

const lookedAtMax = 5_000

/** Orders are counted by what the list of orders says of them, so that a count and the list that it opens agree. */
const readCounts = async (db: Tx): Promise<AttentionNow['counts']> => {
  const [row] = await db.$queryRaw<AttentionNow['counts'][]>`
    with unfinished as (
      select order_id from saga where ${isUnfinished} and order_id is not null order by started_at desc, id desc limit ${lookedAtMax}
    )
    select count(*) filter (where w.state = 'stopped')::int as stopped,
      count(*) filter (where w.state = 'retrying')::int as retrying,
      count(*) filter (where w.state = 'undoing')::int as undoing,
      (select count(*) from (select 1 from order_pause where resumed_at is null limit ${attentionCountMax}) z)::int as paused,
      (select count(*) from (select 1 from order_state t join "order" p on p.id = t.order_id where t.status = 'PAID'
        and not p.cancelling and not ${isPaused(Prisma.sql`p.id`)} limit ${attentionCountMax}) c)::int as "toConfirm",
      (select count(*) from (select 1 from saga where status = 'RUNNING' and ${isUnfinished} and lease_until < now()
        and not ${isPaused(Prisma.sql`saga.order_id`)} limit ${attentionCountMax}) s)::int as stuck,
      (select count(*) from (select 1 from incident where resolved_at is null and kind = 'undo-failed'
        limit ${attentionCountMax}) i)::int as "undoFailed",
      (select count(*) from (select 1 from incident where resolved_at is null limit ${attentionCountMax}) i)::int as incidents
    from (select distinct order_id as id from unfinished) o ${unfinishedSaga}`
  return row ?? { stopped: 0, retrying: 0, undoing: 0, paused: 0, toConfirm: 0, stuck: 0, undoFailed: 0, incidents: 0 }
}
