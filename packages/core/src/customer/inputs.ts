import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { noteSchema } from '../text.ts'

const userId = z.string().min(1).max(64)

export const listCustomersInput = z.strictObject({
  /** How the name, the e-mail or the telephone number begins. */
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(120).optional(),
})
export const customerInput = z.strictObject({ userId })
/** A guest has no account: whoever ordered this, with every other order of the same e-mail. */
export const guestInput = z.strictObject({ orderId: idSchema('order') })
export const customerLedgerInput = customerInput.extend({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  /** The infinite query of the tRPC client says it with every page; a ledger is only read on, towards what is older. */
  direction: z.literal('forward').optional(),
})
export const addCustomerNoteInput = customerInput.extend({
  noteId: idSchema('customerNote'),
  text: noteSchema.min(1),
})
