import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import { tryAgainSeconds } from '@makegood/core/saga/try-again'
import type { Prisma } from '../../generated/prisma/client.ts'
import { webhookSubject } from '../../webhook/webhook-subject.ts'
import type { StoryOrder, Trouble } from './plan-story.ts'
import { lastMoveAt, movedAt } from './read-story-order.ts'
import { type StorySaga, toSaga } from './saga-rows.ts'
import { cancellationIdOf, incidentIdOf, parcelIdOf, parcelKeyOf, trackingNoOf } from './story-ids.ts'

export type TroubleRows = {
  readonly sagas: readonly StorySaga[]
  readonly webhooks: readonly Prisma.WebhookInboxCreateManyInput[]
  readonly incident: Prisma.IncidentCreateManyInput
}

const noAnswer = "the gateway's answer to the refund: unknown, no answer within 10000 ms"
const balance = '{"outcome":"declined","reason":"not-refundable","gatewayCode":"balance_insufficient"}'
const refusedByCarrier = { reason: 'parcel-refused', carrierCode: 'DEPOT_CLOSED' }

const needsAttention = { status: 'NEEDS_ATTENTION' } as const

const incidentOf = (
  order: StoryOrder,
  incident: { kind: IncidentKind; sagaId: string; stepId: string; detail: string; openedAt: Date } & Partial<
    Pick<Prisma.IncidentCreateManyInput, 'event' | 'occurrences' | 'tries'>
  >,
): Prisma.IncidentCreateManyInput => ({ id: incidentIdOf(order), orderId: order.id, ...incident })

/** A payment that got no answer; its undo got none either, so that nobody knows whether the card was charged. It was. */
const undoCharge = (order: StoryOrder): TroubleRows => {
  const { id: orderId, paymentId } = order
  const from = movedAt(order, 'payment-opened') ?? order.placedAt
  const stoppedAt = new Date(from.getTime() + 40_000)
  const runs = 1 + tryAgainSeconds.length
  const to = new Date(stoppedAt.getTime() + tryAgainSeconds.reduce((sum, seconds) => sum + seconds, 0) * 1000)
  const refusal = { reason: 'step-failed', step: 'charge-card', error: 'no answer within 10000 ms' }
  const stuck = toSaga(order, {
    name: 'pay-order',
    about: paymentId,
    input: { orderId, paymentId },
    from,
    to,
    steps: [
      {
        stepId: 'confirm-stock',
        kind: 'undoable',
        startedAt: from,
        endedAt: from,
        undoStatus: 'DONE',
        undoAttempts: 1,
        undoneAt: stoppedAt,
      },
      {
        stepId: 'charge-card',
        kind: 'undoable',
        status: 'FAILED',
        attempts: 5,
        error: refusal.error,
        undoStatus: 'FAILED',
        startedAt: from,
        endedAt: null,
        undoAttempts: 5 * runs,
        undoError: noAnswer,
        away: true,
      },
    ],
    saga: { ...needsAttention, direction: 'UNDOING', generation: runs, refusal, currentStep: 'charge-card' },
  })
  const detail = JSON.stringify({ reason: noAnswer })
  const stepId = 'undo:charge-card'
  return {
    sagas: [stuck],
    webhooks: [],
    incident: incidentOf(order, {
      kind: 'undo-failed',
      sagaId: stuck.saga.id,
      stepId,
      detail,
      openedAt: stoppedAt,
      occurrences: runs,
      tries: tryAgainSeconds.length,
    }),
  }
}

/** The gateway would not give the money of a cancelled order back: the shop's balance there was too low. */
const refundRefused = (order: StoryOrder): TroubleRows => ({
  sagas: [],
  webhooks: [],
  incident: incidentOf(order, {
    kind: 'step-failed',
    sagaId: `cancel-order:${cancellationIdOf(order)}`,
    stepId: 'refund-card',
    detail: JSON.stringify({ reason: 'not-refundable', gatewayCode: 'balance_insufficient', step: 'refund-card' }),
    openedAt: lastMoveAt(order),
  }),
})

/** A card was charged after its order had been given up; the order's goods were gone, and the money could not go back at first. */
const lateCharge = (order: StoryOrder): TroubleRows => {
  const { id: orderId, paymentId, chargeRef } = order
  const from = new Date(lastMoveAt(order).getTime() + 60_000)
  const to = new Date(from.getTime() + 9_000)
  const error = `the gateway's answer to the refund: ${balance}`
  const late = toSaga(order, {
    name: 'settle-late-payment',
    about: paymentId,
    input: { orderId, paymentId, chargeRef },
    from,
    to,
    steps: [
      { stepId: 'check-late-charge', kind: 'forward-only', result: { kept: 'all' } },
      { stepId: 'take-order-up', kind: 'forward-only', result: { takenUp: false, because: 'stock' } },
      { stepId: 'refund-late-charge', kind: 'forward-only', status: 'FAILED', attempts: 5, error },
    ],
    saga: { ...needsAttention, currentStep: 'refund-late-charge' },
  })
  return {
    sagas: [late],
    webhooks: [],
    incident: incidentOf(order, {
      kind: 'step-failed',
      sagaId: late.saga.id,
      stepId: 'refund-late-charge',
      detail: error,
      openedAt: to,
    }),
  }
}

/** The carrier told that a parcel has arrived, and the shop could not act on it. */
const poisonEvent = (order: StoryOrder): TroubleRows => {
  const receivedAt = new Date((movedAt(order, 'handed-over') ?? order.placedAt).getTime() + 20 * 3_600_000)
  const eventId = order.shipmentRef.replace(/^shp_/, 'cev_')
  const type = 'shipment.delivered'
  const body = JSON.stringify({
    id: eventId,
    type,
    createdAt: receivedAt.toISOString(),
    data: {
      shipmentRef: order.shipmentRef,
      key: parcelKeyOf(order),
      orderId: order.id,
      trackingNo: trackingNoOf(parcelIdOf(order)),
      kind: 'delivery',
      status: 'delivered',
    },
  })
  return {
    sagas: [],
    webhooks: [{ provider: 'carrier', eventId, type, body, receivedAt }],
    incident: incidentOf(order, {
      kind: 'event-failed',
      sagaId: webhookSubject('carrier', eventId),
      stepId: 'handle',
      detail: 'canceling statement due to statement timeout',
      event: { name: 'webhook/received', payload: { provider: 'carrier', eventId } },
      openedAt: new Date(receivedAt.getTime() + 25_000),
    }),
  }
}

/** The carrier's depot was closed, so it took no parcel. */
const carrierRefused = (order: StoryOrder): TroubleRows => {
  const { id: orderId } = order
  const from = movedAt(order, 'confirmed') ?? order.placedAt
  const to = new Date(from.getTime() + 62_000)
  const held = toSaga(order, {
    name: 'fulfil-order',
    about: orderId,
    input: { orderId },
    from,
    to,
    steps: [
      { stepId: 'await-packing', kind: 'forward-only' },
      { stepId: 'register-shipment', kind: 'undoable', status: 'REFUSED', result: refusedByCarrier },
    ],
    saga: { ...needsAttention, currentStep: 'register-shipment' },
  })
  return {
    sagas: [held],
    webhooks: [],
    incident: incidentOf(order, {
      kind: 'saga-held',
      sagaId: held.saga.id,
      stepId: 'register-shipment',
      detail: JSON.stringify({ ...refusedByCarrier, step: 'register-shipment' }),
      openedAt: to,
    }),
  }
}

const parcelTrouble =
  (kind: 'parcel-lost' | 'parcel-refused', detail: string) =>
  (order: StoryOrder): TroubleRows => ({
    sagas: [],
    webhooks: [],
    incident: incidentOf(order, {
      kind,
      sagaId: `fulfil-order:${order.id}`,
      stepId: parcelIdOf(order),
      detail,
      openedAt: new Date(lastMoveAt(order).getTime() + 24 * 3_600_000),
    }),
  })

const troubles: Readonly<Record<Trouble, (order: StoryOrder) => TroubleRows>> = {
  'undo-charge': undoCharge,
  'refund-refused': refundRefused,
  'late-charge': lateCharge,
  'poison-event': poisonEvent,
  'carrier-refused': carrierRefused,
  lost: parcelTrouble('parcel-lost', 'the carrier has lost the parcel'),
  refused: parcelTrouble('parcel-refused', 'the recipient did not take the parcel'),
}

/** What an order's trouble has left in the books; nothing where it has none. */
export const toTroubles = (order: StoryOrder): readonly TroubleRows[] =>
  order.trouble ? [troubles[order.trouble](order)] : []
