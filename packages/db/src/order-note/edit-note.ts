import { DomainError } from '@makegood/core/errors'
import { asOperator } from '../audit/as-operator.ts'
import type { Db } from '../client.ts'

export type EditedNote = {
  readonly noteId: string
  readonly operatorId: string
  readonly seen: string
  readonly text: string
}

/** Changes one's own note; what it said before stays in the audit log. Refused for another's, or where it was changed meanwhile. */
export const editNote = async (db: Db, { noteId, operatorId, seen, text }: EditedNote): Promise<void> => {
  const act = { operatorId, action: 'note.edit', subject: noteId, details: { before: seen } } as const
  await asOperator(db, act, async tx => {
    const [note] = await tx.$queryRaw<{ orderId: string; authorId: string; text: string }[]>`
      select order_id as "orderId", author_id as "authorId", text from order_note where id = ${noteId} for update`
    if (!note) throw new DomainError('not-found', `no note ${noteId}`)
    if (note.authorId !== operatorId) throw new DomainError('forbidden', 'a note is edited by who wrote it')
    if (note.text !== seen) throw new DomainError('conflict', 'the note was changed meanwhile')
    await tx.$executeRaw`update order_note set text = ${text}, edited_at = now() where id = ${noteId}`
    return { orderId: note.orderId }
  })
}
