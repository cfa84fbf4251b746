import { mayAlone } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import type { Locale } from '@makegood/core/locale'
import { withinReach } from '@makegood/core/messages/reach'
import type { AloneUpTo } from '@makegood/core/policy'
import { describeReturnActs, type ReturnFacts } from '@makegood/core/return/describe-return-acts'
import type { OperatorReturnView, ReturnActView } from '@makegood/core/return/operator-views'
import type { Role } from '@makegood/core/user/roles'
import { listWaiting } from '../approval/list-waiting.ts'
import type { Db } from '../client.ts'
import { readOrderReach } from '../notification/read-order-reach.ts'
import { type ReturnJson, type ShipmentJson, toReturnView } from '../order/after-sales-views.ts'
import { toLineViews } from '../order/line-views.ts'
import { readGivenAlone } from '../refund/given-alone.ts'
import { mayReceiveAlone } from './receive-or-ask.ts'

/** A return with its order, its goods named in the operator's language, and what could be done with it now; throws `not-found`. */
export const getOperatorReturn = async (
  db: Db,
  returnId: string,
  language: Locale,
  viewer: { readonly id: string; readonly role: Role; readonly aloneUpTo: AloneUpTo },
): Promise<OperatorReturnView> => {
  const request = await db.returnRequest.findUnique({
    where: { id: returnId },
    include: {
      lines: { orderBy: { variantId: 'asc' } },
      order: { include: { lines: true, payments: { where: { status: 'SUCCEEDED' } } } },
    },
  })
  if (!request) throw new DomainError('not-found', `no return ${returnId}`)
  const { order } = request
  const pickUp = await db.shipment.findFirst({ where: { returnId, status: { not: 'CANCELLED' } } })
  const goods = toLineViews(
    order.lines.map(line => ({
      ...line,
      unitPriceMinor: line.unitPriceMinor.toString(),
      discountMinor: line.discountMinor.toString(),
    })),
    order.currency,
    language,
  )
  const view = toReturnView(
    request as ReturnJson,
    order.currency,
    variantId => goods.find(line => line.variantId === variantId),
    pickUp as ShipmentJson | null,
  )
  const decider = await readDecider(db, request)
  const [payment] = order.payments
  const left = {
    cardMinor: payment ? payment.cardMinor - payment.cardRefundedMinor : 0n,
    walletMinor: payment ? payment.walletMinor - payment.walletRefundedMinor : 0n,
  }
  const reach = await readOrderReach(db, order.userId)
  const approvals = (await listWaiting(db, viewer, order.id)).filter(approval => approval.returnId === returnId)
  const acts = describeReturnActs({
    status: view.status,
    withoutGoods: request.withoutGoods,
    waits: approvals.length > 0,
    refundMinor: request.refundMinor,
    currency: order.currency as ReturnFacts['currency'],
    left,
    lines: view.lines.map(({ variantId, name, quantity }) => ({ variantId, name, quantity })),
  })
  const given = await readGivenAlone(db, order.id, returnId)
  const { aloneUpTo, role } = viewer
  const within = (act: ReturnActView): ReturnActView => ({ ...act, consequences: withinReach(act.consequences, reach) })
  return {
    ...view,
    order: {
      id: order.id,
      number: order.number.toString(),
      status: order.status as OperatorReturnView['order']['status'],
      recipient: order.recipient,
      version: order.version,
    },
    requestedBy: request.requestedBy,
    decidedBy: decider,
    receivesAlone: mayReceiveAlone(aloneUpTo, role, request, given),
    acceptsWithoutGoodsAlone:
      request.refundMinor === 0n || mayAlone(aloneUpTo, 'return-without-goods', role, request.refundMinor + given),
    approvals,
    acts: {
      accept: within(acts.accept),
      acceptWithoutGoods: within(acts.acceptWithoutGoods),
      reject: within(acts.reject),
      receive: within(acts.receive),
    },
  }
}

type Decided = { readonly id: string; readonly orderId: string; readonly decidedBy: string | null }

/** Who decided: of what was done in the name of who asked, who agreed to it. */
const readDecider = async (db: Db, { id, orderId, decidedBy }: Decided): Promise<string | null> => {
  if (decidedBy === null) return null
  const agreed = await db.approval.findFirst({
    where: { orderId, kind: 'return-without-goods', state: 'APPLIED', input: { path: ['returnId'], equals: id } },
    select: { decidedBy: true },
  })
  const decider = agreed?.decidedBy ?? decidedBy
  return (await db.user.findUnique({ where: { id: decider }, select: { name: true } }))?.name ?? decider
}
