import { aloneUpTo } from '@makegood/core/approval/may-alone'
import { customerInput } from '@makegood/core/customer/inputs'
import { customerSchema } from '@makegood/core/customer/views'
import { money } from '@makegood/core/money/money'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { getCustomer as read } from '@makegood/db/customer/get-customer'
import { operatorProcedure } from '../../../trpc.ts'

/** Everything that the console knows of a customer. */
export const getCustomer = operatorProcedure('customer.read')
  .input(customerInput)
  .output(customerSchema)
  .query(async ({ ctx, input }) => ({
    ...(await read(ctx.api.db, input.userId)),
    aloneUpTo: toWireMoney(
      money(aloneUpTo(ctx.api.policy.aloneUpTo, 'wallet-adjustment', ctx.user.role), shopCurrency),
    ),
  }))
