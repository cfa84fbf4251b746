import { addNoteInput } from '@makegood/core/order/order-act-inputs'
import { addNote as add } from '@makegood/db/order-note/add-note'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Writes a note for the other operators. */
export const addNote = operatorProcedure('order.note')
  .input(addNoteInput)
  .output(z.object({ noteId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await add(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { noteId: input.noteId }
  })
