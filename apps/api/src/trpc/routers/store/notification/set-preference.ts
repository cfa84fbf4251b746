import { setPreferenceInput } from '@makegood/core/messages/inputs'
import { allPreferences } from '@makegood/core/messages/preferences'
import { preferencesSchema } from '@makegood/core/messages/views'
import { setPreference as keepPreference, listPreferences } from '@makegood/db/notification/preferences'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Keeps one choice of the caller; messages that are written from now on go by it. */
export const setPreference = signedInRushProcedure
  .input(setPreferenceInput)
  .output(preferencesSchema)
  .mutation(async ({ ctx, input }) => {
    await keepPreference(ctx.api.db, { ...input, userId: ctx.user.id })
    return { preferences: [...allPreferences(await listPreferences(ctx.api.db, ctx.user.id))] }
  })
