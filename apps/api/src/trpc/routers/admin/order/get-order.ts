import { idSchema } from '@makegood/core/id-schema'
import { locales } from '@makegood/core/locale'
import { operatorOrderViewSchema } from '@makegood/core/order/operator-views'
import { getOperatorOrder } from '@makegood/db/order/get-operator-order'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** One order with its history, payments, sagas and incidents, for operators. */
export const getOrder = operatorProcedure('order.read')
  .input(z.strictObject({ orderId: idSchema('order'), locale: z.enum(locales) }))
  .output(operatorOrderViewSchema)
  .query(({ ctx, input }) => getOperatorOrder(ctx.api.db, input.orderId, input.locale))
