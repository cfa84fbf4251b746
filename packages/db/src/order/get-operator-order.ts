import { DomainError } from '@makegood/core/errors'
import type { OperatorOrderView } from '@makegood/core/order/operator-views'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { toLineViews, toWire } from './line-views.ts'

/** An order with all that happened to it, as an operator sees it; throws `not-found`. */
export const getOperatorOrder = async (db: PrismaClient, orderId: string): Promise<OperatorOrderView> => {
  const order = await db.order.findUnique({
    where: { id: orderId },
    include: {
      lines: { orderBy: { position: 'asc' } },
      history: { orderBy: { version: 'asc' } },
      payments: { orderBy: { attempt: 'asc' } },
      sagas: { orderBy: { startedAt: 'asc' }, include: { steps: { orderBy: { position: 'asc' } } } },
      incidents: { orderBy: { openedAt: 'asc' } },
    },
  })
  if (!order) throw new DomainError('not-found', `no order ${orderId}`)
  const lines = order.lines.map(line => ({ ...line, unitPriceMinor: line.unitPriceMinor.toString() }))
  return {
    id: order.id,
    number: order.number.toString(),
    status: order.status as OperatorOrderView['status'],
    version: order.version,
    placedAt: order.placedAt.toISOString(),
    email: order.email,
    locale: order.locale,
    address: {
      recipient: order.recipient,
      phone: order.phone,
      postcode: order.postcode,
      address1: order.address1,
      address2: order.address2,
    },
    total: toWire(order.totalMinor, order.currency),
    correlationId: order.correlationId,
    needsAttention: order.needsAttention,
    lines: toLineViews(lines, order.currency, order.locale === 'en' ? 'en' : 'ko'),
    history: order.history.map(({ version, fromStatus, toStatus, reason, mover, at }) => ({
      version,
      fromStatus,
      toStatus,
      reason,
      mover,
      at: at.toISOString(),
    })),
    payments: order.payments.map(payment => ({
      id: payment.id,
      attempt: payment.attempt,
      status: payment.status as OperatorOrderView['payments'][number]['status'],
      amount: toWire(payment.amountMinor, payment.currency),
      chargeRef: payment.chargeRef,
      refundRef: payment.refundRef,
      failureReason: payment.failureReason,
      gatewayCode: payment.gatewayCode,
      openedAt: payment.openedAt.toISOString(),
      settledAt: payment.settledAt?.toISOString() ?? null,
    })),
    sagas: order.sagas.map(saga => ({
      id: saga.id,
      name: saga.name,
      status: saga.status as OperatorOrderView['sagas'][number]['status'],
      correlationId: saga.correlationId,
      startedAt: saga.startedAt.toISOString(),
      endedAt: saga.endedAt?.toISOString() ?? null,
      steps: saga.steps.map(step => ({
        stepId: step.stepId,
        kind: step.kind as OperatorOrderView['sagas'][number]['steps'][number]['kind'],
        status: step.status as OperatorOrderView['sagas'][number]['steps'][number]['status'],
        attempts: step.attempts,
        startedAt: step.startedAt.toISOString(),
        endedAt: step.endedAt?.toISOString() ?? null,
        result: step.result,
        error: step.error,
        undoStatus: step.undoStatus as OperatorOrderView['sagas'][number]['steps'][number]['undoStatus'],
        undoAttempts: step.undoAttempts,
        undoError: step.undoError,
        undoneAt: step.undoneAt?.toISOString() ?? null,
      })),
    })),
    incidents: order.incidents.map(incident => ({
      id: incident.id,
      kind: incident.kind,
      stepId: incident.stepId,
      detail: incident.detail,
      openedAt: incident.openedAt.toISOString(),
      resolvedAt: incident.resolvedAt?.toISOString() ?? null,
    })),
  }
}
