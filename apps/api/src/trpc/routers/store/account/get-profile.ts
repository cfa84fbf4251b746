import { DomainError } from '@makegood/core/errors'
import { profileSchema } from '@makegood/core/user/views'
import { getProfile as readProfile } from '@makegood/db/user/get-profile'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** The caller's own account. */
export const getProfile = signedInProcedure
  .input(z.undefined())
  .output(profileSchema)
  .query(async ({ ctx }) => {
    const profile = await readProfile(ctx.api.db, ctx.user.id)
    if (!profile) throw new DomainError('not-found', 'the account was removed')
    return profile
  })
