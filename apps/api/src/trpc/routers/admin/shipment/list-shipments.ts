import { listShipmentsInput, shipmentPageSchema } from '@makegood/core/shipment/operator-views'
import { listShipments as readPage } from '@makegood/db/shipment/list-shipments'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of the parcels in one state, the longest waiting first. */
export const listShipments = operatorProcedure('order.read')
  .input(listShipmentsInput)
  .output(shipmentPageSchema)
  .query(({ ctx, input }) =>
    readPage(ctx.api.db, input, { startSeconds: ctx.api.policy.shippingStartSeconds, now: new Date() }),
  )
