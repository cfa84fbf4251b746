import { guestInput } from '@makegood/core/customer/inputs'
import { guestSchema } from '@makegood/core/customer/views'
import { getGuest as read } from '@makegood/db/customer/get-customer'
import { operatorProcedure } from '../../../trpc.ts'

/** Whoever placed this order without an account. */
export const getGuest = operatorProcedure('customer.read')
  .input(guestInput)
  .output(guestSchema)
  .query(({ ctx, input }) => read(ctx.api.db, input.orderId))
