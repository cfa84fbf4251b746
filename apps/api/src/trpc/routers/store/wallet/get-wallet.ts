import { money } from '@makegood/core/money/money'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { walletViewSchema } from '@makegood/core/wallet/views'
import { getWallet as readWallet } from '@makegood/db/wallet/get-wallet'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** The caller's own balance, and the bounds of a top-up. */
export const getWallet = signedInProcedure
  .input(z.undefined())
  .output(walletViewSchema)
  .query(async ({ ctx }) => {
    const balance = await readWallet(ctx.api.db, ctx.user.id)
    const { topUpMinMinor, topUpMaxMinor } = ctx.api.policy
    return {
      balance: toWireMoney(balance),
      topUpMin: toWireMoney(money(topUpMinMinor, balance.currency)),
      topUpMax: toWireMoney(money(topUpMaxMinor, balance.currency)),
    }
  })
