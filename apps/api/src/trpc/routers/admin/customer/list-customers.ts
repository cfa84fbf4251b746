import { listCustomersInput } from '@makegood/core/customer/inputs'
import { customerPageSchema } from '@makegood/core/customer/views'
import { listCustomers as list } from '@makegood/db/customer/list-customers'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of customers, or those who are searched for. */
export const listCustomers = operatorProcedure('customer.read')
  .input(listCustomersInput)
  .output(customerPageSchema)
  .query(({ ctx, input }) => list(ctx.api.db, input))
