import { DomainError } from '@makegood/core/errors'
import { removeAccountInput } from '@makegood/core/user/removal'
import { inTransaction } from '@makegood/db/client'
import { removeAccount as remove } from '@makegood/db/user/remove-account'
import { z } from 'zod'
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
    const { password, internalAdapter } = await auth.$context
    const account = await internalAdapter.findCredentialAccount(ctx.user.id)
    const hash = account?.password
    if (!hash || !(await password.verify({ hash, password: input.password })))
      throw new DomainError('wrong-password', 'the password of the account is another one')
    await inTransaction(db, tx => remove(tx, ctx.user.id))
    return { removed: true }
  })
