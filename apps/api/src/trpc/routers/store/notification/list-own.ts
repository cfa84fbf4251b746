import { ownMessageSchema } from '@makegood/core/messages/views'
import { listOwnMessages } from '@makegood/db/notification/list-own-messages'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** The newest news about the caller's own orders; none for a guest who has no cookie yet. */
export const listOwn = publicProcedure
  .input(z.undefined())
  .output(z.object({ messages: z.array(ownMessageSchema) }))
  .query(async ({ ctx }) => {
    const owner = await ctx.readOwner()
    return { messages: owner ? await listOwnMessages(ctx.api.db, owner) : [] }
  })
