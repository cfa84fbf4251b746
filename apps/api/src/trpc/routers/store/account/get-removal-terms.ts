import { DomainError } from '@makegood/core/errors'
import { removalTermsSchema } from '@makegood/core/user/removal'
import { readRemovalTerms } from '@makegood/db/user/read-removal-terms'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** What it would come to if the caller removed their account now, and what stands against it. */
export const getRemovalTerms = signedInProcedure
  .input(z.undefined())
  .output(removalTermsSchema)
  .query(async ({ ctx }) => {
    const terms = await readRemovalTerms(ctx.api.db, ctx.user.id)
    if (!terms) throw new DomainError('not-found', 'the account was removed')
    return terms
  })
