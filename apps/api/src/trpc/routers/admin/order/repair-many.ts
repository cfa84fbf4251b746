import { DomainError } from '@makegood/core/errors'
import type { repairManyInput } from '@makegood/core/order/operator-inputs'
import type { RepairRequest } from '@makegood/db/incident/repair'
import type { z } from 'zod'
import type { RequestContext } from '../../../context.ts'
import { forMany } from '../../../for-many.ts'
import { repairRequestOf } from '../incident/repair-request.ts'

type Context = Pick<RequestContext, 'api'> & { readonly user: { readonly id: string } }

/** Repairs each order on its own: it is done where all that is open of it could be. */
export const repairMany = async (
  ctx: Context,
  { orderIds }: z.output<typeof repairManyInput>,
  repair: (request: RepairRequest) => Promise<void>,
) => {
  const { db, outbox } = ctx.api
  const answer = await forMany(ctx.api, orderIds, async orderId => {
    const open = await db.incident.findMany({ where: { orderId, resolvedAt: null }, select: { id: true } })
    if (open.length === 0) throw new DomainError('incident-moved-on', 'nothing is open of this order')
    for (const { id } of open) await repair(repairRequestOf(ctx, id))
  })
  outbox.nudge()
  return answer
}
