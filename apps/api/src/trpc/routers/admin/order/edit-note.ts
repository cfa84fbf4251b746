import { editNoteInput } from '@makegood/core/order/order-act-inputs'
import { editNote as edit } from '@makegood/db/order-note/edit-note'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Changes one's own note; what it said before is kept in the audit log. */
export const editNote = operatorProcedure('order.note')
  .input(editNoteInput)
  .output(z.object({ noteId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await edit(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { noteId: input.noteId }
  })
