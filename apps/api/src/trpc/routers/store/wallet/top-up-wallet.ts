import { topUpWalletInput } from '@makegood/core/wallet/inputs'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { z } from 'zod'
import { signedInCheckoutProcedure } from '../../../trpc.ts'

/** Opens one top-up of the caller's own wallet for one client-made id; what comes of it is told by `getTopUp`. */
export const topUpWallet = signedInCheckoutProcedure
  .input(topUpWalletInput)
  .output(z.object({ topUpId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const opened = await openTopUp(ctx.api.db, {
      ...input,
      amountMinor: BigInt(input.amountMinor),
      userId: ctx.user.id,
      correlationId: ctx.requestId,
      limits: ctx.api.policy,
    })
    ctx.api.outbox.nudge()
    return opened
  })
