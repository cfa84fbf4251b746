import { addCustomerNoteInput } from '@makegood/core/customer/inputs'
import { addCustomerNote } from '@makegood/db/customer/add-customer-note'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Adds a note about a customer for the other operators. */
export const addNote = operatorProcedure('customer.note')
  .input(addCustomerNoteInput)
  .output(z.object({ noteId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await addCustomerNote(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { noteId: input.noteId }
  })
