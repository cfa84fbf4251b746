import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'

export type CustomerNote = {
  readonly noteId: string
  readonly userId: string
  readonly text: string
  readonly operatorId: string
}

/** Adds a note about a customer, once for its id, with an audit entry; notes are never changed. */
export const addCustomerNote = (db: Db, { noteId, userId, text, operatorId }: CustomerNote): Promise<void> =>
  inTransaction(db, async tx => {
    const [customer] = await tx.$queryRaw<{ id: string }[]>`
      select id from "user" where id = ${userId} and deleted_at is null for key share`
    if (!customer) throw new DomainError('not-found', 'no such customer')
    const written = await tx.$executeRaw`
      insert into customer_note (id, user_id, author_id, text) values (${noteId}, ${userId}, ${operatorId}, ${text})
      on conflict (id) do nothing`
    if (written === 0) return
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'customer.note',
      orderId: null,
      subject: userId,
      details: { noteId },
    })
  })
