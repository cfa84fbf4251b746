import { decideReturn, receiveAtRandom } from '../actors/tend-returns.ts'
import type { Sight } from '../lookout.ts'
import type { PlacedOrder, World } from '../world.ts'

type Asked = { orderId: string; returnId: string; status: string; parcels: Sight['parcels'] }

/**
 * Everyone who is still asked for something answers: operators decide returns and receive their goods, whoever went away
 * from an approval stays away until the payment's time is up.
 */
export const answerEverything = async (worlds: readonly World[]): Promise<void> => {
  const placed = new Map(worlds.flatMap(world => world.placed.map(order => [order.orderId, { world, order }] as const)))
  const [first] = worlds
  if (!first) return
  const { db } = first.playground.stand
  const returns = await db.$queryRaw<Asked[]>`
    select q.order_id as "orderId", q.id as "returnId", q.status,
      coalesce((select jsonb_agg(jsonb_build_object('ref', s.shipment_ref, 'kind', s.kind, 'status', s.status))
        from shipment s where s.order_id = q.order_id), '[]'::jsonb) as parcels
    from return_request q left join saga g on g.id = 'return-order:' || q.id
    where q.status = 'REQUESTED' or (q.status in ('ACCEPTED', 'PICKED_UP') and g.current_step = 'await-goods')`
  for (const asked of returns) {
    const known = placed.get(asked.orderId)
    if (known) await answerReturn(known, asked)
  }
  await db.$executeRaw`
    update order_limit l set due_at = now() from "order" o, saga g
    where l.order_id = o.id and g.order_id = o.id and l.kind = 'payment' and l.settled_at is null and l.due_at > now()
      and o.status = 'PAYMENT_PROCESSING' and g.name = 'pay-order' and g.status = 'RUNNING' and g.current_step = 'await-approval'`
  await refuseTopUps(first)
}

const answerReturn = async (
  { world, order }: { readonly world: World; readonly order: PlacedOrder },
  { returnId, status, parcels }: Asked,
): Promise<void> => {
  const random = world.random(`answer to ${world.placed.indexOf(order)}`)
  if (status === 'REQUESTED') await decideReturn(world, order, { returnId, parcels }, random.chance(70))
  else await receiveAtRandom(world, order, returnId, random)
}

const refuseTopUps = async ({ playground }: World): Promise<void> => {
  const { db, approve } = playground.stand
  const waiting = await db.walletTopUp.findMany({ where: { status: 'OPEN', actionUrl: { not: null } } })
  for (const { actionUrl } of waiting) if (actionUrl) await approve(actionUrl, 'refuse')
}
