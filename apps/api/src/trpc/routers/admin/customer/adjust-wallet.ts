import { adjustWalletInput } from '@makegood/core/approval/inputs'
import { limitedActSchema } from '@makegood/core/approval/views'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { inTransaction } from '@makegood/db/client'
import { adjustWallet as adjust } from '@makegood/db/wallet/adjust-wallet'
import { operatorProcedure } from '../../../trpc.ts'

/** Puts money into a wallet or takes it out, or asks for a second pair of eyes above the role’s limit. */
export const adjustWallet = operatorProcedure('wallet.adjust')
  .input(adjustWalletInput)
  .output(limitedActSchema)
  .mutation(({ ctx, input }) =>
    inTransaction(ctx.api.db, tx =>
      adjust(tx, ctx.api.policy, { ...input, currency: shopCurrency, operator: ctx.user }),
    ),
  )
