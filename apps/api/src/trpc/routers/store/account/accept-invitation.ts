import { acceptInvitationInput } from '@makegood/core/team/inputs'
import { acceptInvitation as accept } from '@makegood/db/team/accept-invitation'
import { z } from 'zod'
import { addressKey } from '../../../../http/address-key.ts'
import { publicProcedure } from '../../../trpc.ts'

/** Makes whoever has an invitation's link an operator with a password of their own; guesses are counted like a sign-in's. */
export const acceptInvitation = publicProcedure
  .input(acceptInvitationInput)
  .output(z.object({ email: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { auth, db, limits } = ctx.api
    await limits.consume('signIn', [{ width: 'own', key: `ip:${addressKey(ctx.address)}` }])
    const { password } = await auth.$context
    return accept(db, { token: input.token, passwordHash: await password.hash(input.password) })
  })
