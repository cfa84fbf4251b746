import { removeAccountInput } from '@makegood/core/user/removal'
import { inTransaction } from '@makegood/db/client'
import { removeAccount as remove } from '@makegood/db/user/remove-account'
import { z } from 'zod'
import { checkPassword } from '../../../../auth/check-password.ts'
import { addressKey } from '../../../../http/address-key.ts'
import { signedInProcedure } from '../../../trpc.ts'

/** Removes the caller's account for good. The password is asked for again, and wrong ones are counted like a sign-in's. */
export const removeAccount = signedInProcedure
  .input(removeAccountInput)
  .output(z.object({ removed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { auth, db, limits } = ctx.api
    await limits.consume('signIn', [
      { width: 'own', key: `user:${ctx.user.id}` },
      { width: 'own', key: `ip:${addressKey(ctx.address)}` },
    ])
    await checkPassword(auth, ctx.user.id, input.password)
    await inTransaction(db, tx => remove(tx, ctx.user.id))
    return { removed: true }
  })
