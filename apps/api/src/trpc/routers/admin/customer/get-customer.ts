import { leftAlone } from '@makegood/core/approval/may-alone'
import { customerInput } from '@makegood/core/customer/inputs'
import { customerSchema } from '@makegood/core/customer/views'
import { money } from '@makegood/core/money/money'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { getCustomer as read } from '@makegood/db/customer/get-customer'
import { adjustedAlone } from '@makegood/db/wallet/adjust-wallet'
import { operatorProcedure } from '../../../trpc.ts'

/** Everything that the console knows of a customer. */
export const getCustomer = operatorProcedure('customer.read')
  .input(customerInput)
  .output(customerSchema)
  .query(async ({ ctx, input: { userId } }) => {
    const { db, policy } = ctx.api
    const done = await adjustedAlone(db, { userId, adjustmentId: '' })
    const left = leftAlone(policy.aloneUpTo, 'wallet-adjustment', ctx.user.role, done)
    return { ...(await read(db, userId)), aloneUpTo: toWireMoney(money(left, shopCurrency)) }
  })
