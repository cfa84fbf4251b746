import type { AlertView, alertPageSchema, listAlertsInput } from '@makegood/core/alert/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type Dates = 'openedAt' | 'seenAt' | 'acknowledgedAt' | 'closedAt'
type Row = Omit<AlertView, Dates> & {
  openedAt: Date
  seenAt: Date
  acknowledgedAt: Date | null
  closedAt: Date | null
}

const pageSize = 50

/** One page of the alerts that are open, or that were closed, the newest first, with who was told of them. */
export const listAlerts = async (
  db: Tx,
  { state, cursor }: z.output<typeof listAlertsInput>,
): Promise<z.infer<typeof alertPageSchema>> => {
  const after = cursor ? parseTimeCursor(cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.rule, a.value, a.worst, a.threshold, a.opened_at as "openedAt", a.seen_at as "seenAt",
      a.acknowledged_at as "acknowledgedAt", coalesce(u.name, a.acknowledged_by) as "acknowledgedBy",
      a.closed_at as "closedAt",
      (select coalesce(json_agg(json_build_object('moment', m.moment, 'recipient', m.recipient,
        'sentAt', to_char(m.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'lastError', m.last_error)
        order by m.moment desc, m.recipient), '[]') from alert_mail m where m.alert_id = a.id) as mails
    from alert a left join "user" u on u.id = a.acknowledged_by
    where (a.closed_at is null) = ${state === 'open'}
      and (${after?.at ?? null}::timestamptz is null
        or (a.opened_at, a.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by a.opened_at desc, a.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    alerts: page.map(toView),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.openedAt, last.id) : null,
  }
}

const toView = (row: Row): AlertView => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  seenAt: row.seenAt.toISOString(),
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
})
