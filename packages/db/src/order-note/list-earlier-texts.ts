import type { earlierTextsSchema } from '@makegood/core/order/order-story'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

const textsMax = 100

/** What a note said before each change, as the audit log has it, the last first; empty where it was never changed. */
export const listEarlierTexts = async (db: Tx, noteId: string): Promise<z.infer<typeof earlierTextsSchema>> => {
  const rows = await db.$queryRaw<{ id: string; text: string; until: Date }[]>`
    select id, details ->> 'before' as text, at as until from audit_entry
    where subject = ${noteId} and action = 'note.edit' and event_id is null
    order by at desc, id desc limit ${textsMax}`
  return { texts: rows.map(row => ({ ...row, until: row.until.toISOString() })) }
}
