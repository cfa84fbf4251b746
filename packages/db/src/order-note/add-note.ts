import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'

export type NewNote = {
  readonly noteId: string
  readonly orderId: string
  readonly operatorId: string
  readonly text: string
}

/** Writes a note of an operator to an order, once for one client-made id, with its audit entry. */
export const addNote = (db: Db, { noteId, orderId, operatorId, text }: NewNote): Promise<void> =>
  inTransaction(db, async tx => {
    const added = await tx.$executeRaw`
      insert into order_note (id, order_id, author_id, text) select ${noteId}, id, ${operatorId}, ${text} from "order"
      where id = ${orderId} on conflict (id) do nothing`
    if (added === 0) return
    await writeAudit(tx, { actorKind: 'operator', actorId: operatorId, action: 'note.add', orderId, subject: noteId })
  })
