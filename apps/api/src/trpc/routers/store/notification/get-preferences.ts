import { allPreferences } from '@makegood/core/messages/preferences'
import { preferencesSchema } from '@makegood/core/messages/views'
import { listPreferences } from '@makegood/db/notification/preferences'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** What the caller wants to hear of and how, with everything that can be chosen and what cannot be switched off. */
export const getPreferences = signedInProcedure
  .input(z.undefined())
  .output(preferencesSchema)
  .query(async ({ ctx }) => ({ preferences: [...allPreferences(await listPreferences(ctx.api.db, ctx.user.id))] }))
