import { DomainError } from '@makegood/core/errors'
import type { Locale } from '@makegood/core/locale'
import { withinReach } from '@makegood/core/messages/reach'
import { findPauseRefusal } from '@makegood/core/order/decide-pause'
import { type ActFacts, describeCancel, describeConfirm } from '@makegood/core/order/describe-acts'
import type { OperatorOrderView, OrderActView } from '@makegood/core/order/operator-views'
import type { SagaStatus } from '@makegood/core/saga/saga-views'
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { isGoingOn } from '../incident/goes-on.ts'
import { readUnderWay } from '../incident/read-under-way.ts'
import { toIncidentView } from '../incident/to-incident-view.ts'
import { readOrderReach } from '../notification/read-order-reach.ts'
import { toMoveFacts } from '../saga/read-move-facts.ts'
import { toSagaView } from '../saga/to-saga-view.ts'
import {
  type CancellationJson,
  type RefundJson,
  type ReturnJson,
  type ShipmentJson,
  toCancellationView,
  toRefundView,
  toReturnView,
  toShipmentView,
} from './after-sales-views.ts'
import { toDeliveryView } from './delivery-view.ts'
import { toLineViews, toWire } from './line-views.ts'

const everything = {
  lines: { orderBy: { position: 'asc' } },
  history: { orderBy: { version: 'asc' } },
  payments: { orderBy: { attempt: 'asc' } },
  sagas: { orderBy: { startedAt: 'asc' }, include: { steps: { orderBy: { position: 'asc' } } } },
  incidents: { orderBy: { openedAt: 'asc' } },
  limits: { orderBy: { dueAt: 'asc' } },
  cancellations: { orderBy: { requestedAt: 'asc' } },
  returns: { orderBy: { requestedAt: 'asc' }, include: { lines: true } },
  shipments: { orderBy: { registeredAt: 'asc' } },
  refunds: { orderBy: { id: 'asc' } },
  pauses: { where: { resumedAt: null } },
} as const satisfies Prisma.OrderInclude

type OrderRow = Prisma.OrderGetPayload<{ include: typeof everything }>

/**
 * An order with all that happened to it, as an operator sees it, and what could be done with it now; throws `not-found`.
 * Its goods are named in the operator's language.
 */
export const getOperatorOrder = async (
  db: PrismaClient,
  orderId: string,
  language: Locale,
): Promise<OperatorOrderView> => {
  const order = await db.order.findUnique({ where: { id: orderId }, include: everything })
  if (!order) throw new DomainError('not-found', `no order ${orderId}`)
  const { currency } = order
  const names = await readOperatorNames(db, order)
  const underWay = await readUnderWay(
    db,
    order.incidents.flatMap(({ id, resolvedAt }) => (resolvedAt ? [] : [id])),
  )
  const lines = toLineViews(
    order.lines.map(line => ({
      ...line,
      unitPriceMinor: line.unitPriceMinor.toString(),
      discountMinor: line.discountMinor.toString(),
    })),
    currency,
    language,
  )
  const { id, version, email, locale, correlationId, needsAttention, takenUpFrom } = order
  const { recipient, phone, postcode, address1, address2, country, deliveryNote } = order
  const facts = toActFacts(order, lines)
  const books = toMoveFacts(order)
  const reach = await readOrderReach(db, order.userId)
  const within = (act: OrderActView): OrderActView => ({ ...act, consequences: withinReach(act.consequences, reach) })
  return {
    id,
    number: order.number.toString(),
    status: order.status as OperatorOrderView['status'],
    version,
    placedAt: order.placedAt.toISOString(),
    email,
    locale,
    address: { recipient, phone, postcode, address1, address2, country, deliveryNote },
    goods: toWire(order.goodsMinor, currency),
    discount: toWire(order.discountMinor, currency),
    delivery: toDeliveryView({
      ...order,
      arrivesFrom: order.arrivesFrom?.toISOString().slice(0, 10) ?? null,
      arrivesTo: order.arrivesTo?.toISOString().slice(0, 10) ?? null,
    }),
    total: toWire(order.totalMinor, currency),
    correlationId,
    needsAttention,
    takenUpFrom,
    lines,
    history: order.history.map(({ version, fromStatus, toStatus, reason, mover, moverId, at }) => ({
      by: names.get(moverId ?? '') ?? null,
      version,
      fromStatus,
      toStatus,
      reason,
      mover,
      at: at.toISOString(),
    })),
    payments: order.payments.map(toPaymentView),
    sagas: order.sagas.map(saga => toSagaView(saga, books)),
    incidents: order.incidents.map(incident =>
      toIncidentView(incident, {
        goesOn: isGoingOn(incident, order.sagas.find(({ id }) => id === incident.sagaId)?.status ?? null),
        underWay: underWay.get(incident.id),
      }),
    ),
    ...toAfterSales(order, lines),
    limits: order.limits.map(limit => ({
      kind: limit.kind,
      dueAt: limit.dueAt.toISOString(),
      outcome: limit.outcome as OperatorOrderView['limits'][number]['outcome'],
    })),
    pause: toPauseView(order, names),
    pauseRefusal: findPauseRefusal({
      status: order.status as OperatorOrderView['status'],
      paused: order.pauses.length > 0,
      sagas: order.sagas.map(({ status }) => status as SagaStatus),
    }),
    acts: { confirm: within(describeConfirm(facts)), cancel: within(describeCancel(facts)) },
  }
}

const toPauseView = ({ pauses }: OrderRow, names: ReadonlyMap<string, string>): OperatorOrderView['pause'] => {
  const [open] = pauses
  if (!open) return null
  const { id, reason, pausedBy, pausedAt } = open
  return { id, by: names.get(pausedBy) ?? pausedBy, reason, pausedAt: pausedAt.toISOString() }
}

const readOperatorNames = async (
  db: PrismaClient,
  { history, pauses }: OrderRow,
): Promise<ReadonlyMap<string, string>> => {
  const ids = history.flatMap(({ mover, moverId }) => (mover === 'operator' && moverId ? [moverId] : []))
  ids.push(...pauses.map(({ pausedBy }) => pausedBy))
  if (ids.length === 0) return new Map()
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

type PaymentView = OperatorOrderView['payments'][number]

const toPaymentView = (payment: OrderRow['payments'][number]): PaymentView => ({
  id: payment.id,
  attempt: payment.attempt,
  status: payment.status as PaymentView['status'],
  amount: toWire(payment.amountMinor, payment.currency),
  card: toWire(payment.cardMinor, payment.currency),
  wallet: toWire(payment.walletMinor, payment.currency),
  chargeRef: payment.chargeRef,
  refundRef: payment.refundRef,
  failureReason: payment.failureReason,
  gatewayCode: payment.gatewayCode,
  openedAt: payment.openedAt.toISOString(),
  settledAt: payment.settledAt?.toISOString() ?? null,
})

const toAfterSales = (order: OrderRow, lines: OperatorOrderView['lines']) => {
  const { currency, shipments } = order
  const goodsOf = (variantId: string) => lines.find(line => line.variantId === variantId)
  const pickUpOf = (returnId: string) => shipments.find(shipment => shipment.returnId === returnId) ?? null
  return {
    cancellations: order.cancellations.map(cancellation => ({
      ...toCancellationView(cancellation as CancellationJson, currency),
      reason: cancellation.reason,
    })),
    returns: order.returns.map(request =>
      toReturnView(request as ReturnJson, currency, goodsOf, pickUpOf(request.id) as ShipmentJson | null),
    ),
    refunds: order.refunds.map(refund => ({
      ...toRefundView(refund as RefundJson, currency),
      sourceId: refund.sourceId,
    })),
    shipments: shipments.map(shipment => ({
      ...toShipmentView(shipment as ShipmentJson),
      id: shipment.id,
      kind: shipment.kind as ShipmentJson['kind'],
      shipmentRef: shipment.shipmentRef,
    })),
  }
}

const toActFacts = (order: OrderRow, lines: OperatorOrderView['lines']): ActFacts => {
  const payment = order.payments.find(candidate => candidate.status === 'SUCCEEDED')
  return {
    status: order.status as OperatorOrderView['status'],
    cancelling: order.cancellations.some(cancellation => cancellation.status === 'REQUESTED'),
    parcelLeft:
      order.status === 'PREPARING' &&
      order.cancellations.some(({ status, refusal }) => status === 'REFUSED' && refusal === 'already-handed-over'),
    paid: payment
      ? {
          takenMinor: payment.amountMinor,
          cardMinor: payment.cardMinor - payment.cardRefundedMinor,
          walletMinor: payment.walletMinor - payment.walletRefundedMinor,
        }
      : null,
    paused: order.pauses.length > 0,
    currency: order.currency as ActFacts['currency'],
    coupon: payment !== undefined && order.couponClaimId !== null,
    goods: lines.map(({ variantId, name, quantity }) => ({ variantId, name, quantity })),
  }
}
