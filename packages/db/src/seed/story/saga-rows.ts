import type { SagaName } from '@makegood/core/saga/saga-starts'
import { sagaWaits } from '@makegood/core/saga/saga-wakes'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { StoryOrder } from './plan-story.ts'
import { isPaid, isReturned, lastMoveAt, movedAt } from './read-story-order.ts'
import { cancellationIdOf, parcelIdOf, refundIdOf, refundRefOf, returnIdOf, trackingNoOf } from './story-ids.ts'

export type StorySaga = {
  readonly saga: Prisma.SagaCreateManyInput
  readonly steps: readonly Prisma.SagaStepCreateManyInput[]
}

type Step = {
  readonly stepId: string
  readonly kind: 'undoable' | 'pivot' | 'forward-only'
} & Partial<Prisma.SagaStepCreateManyInput>

type Wanted = {
  readonly name: SagaName
  readonly about: string
  readonly input: Record<string, string>
  readonly from: Date
  readonly to: Date
  readonly steps: readonly Step[]
  readonly saga?: Partial<Prisma.SagaCreateManyInput>
}

const momentMs = 180

/** A saga as its runner leaves it; what is not said of it has gone well. */
export const toSaga = (order: StoryOrder, { name, about, input, from, to, steps, saga = {} }: Wanted): StorySaga => {
  const id = `${name}:${about}`
  const times = spread(from, to, steps)
  return {
    saga: {
      id,
      name,
      orderId: order.id,
      input,
      status: 'COMPLETED',
      correlationId: order.correlationId,
      leaseUntil: to,
      startedAt: from,
      endedAt: to,
      ...saga,
    },
    steps: steps.map(({ stepId, kind, ...step }, index) => ({
      sagaId: id,
      stepId,
      kind,
      position: index + 1,
      status: 'DONE',
      attempts: 1,
      result: {},
      ...times[index],
      ...step,
    })),
  }
}

/** A step takes a moment, at most an even part of the time; one that waits for somebody takes what the others leave. */
const spread = (from: Date, to: Date, steps: readonly Step[]): readonly { startedAt: Date; endedAt: Date }[] => {
  const whole = to.getTime() - from.getTime()
  const waits = steps.some(({ stepId }) => sagaWaits.includes(stepId))
  const each = Math.min(whole / Math.max(1, steps.length), waits ? momentMs : whole)
  const rest = whole - each * (steps.length - 1)
  let time = from.getTime()
  return steps.map(({ stepId }) => {
    const startedAt = new Date(time)
    time += waits && sagaWaits.includes(stepId) ? rest : each
    return { startedAt, endedAt: new Date(time) }
  })
}

const undoable = (stepId: string, step: Partial<Step> = {}): Step => ({ ...step, stepId, kind: 'undoable' })
const pivot = (stepId: string, step: Partial<Step> = {}): Step => ({ ...step, stepId, kind: 'pivot' })
const only = (stepId: string, step: Partial<Step> = {}): Step => ({ ...step, stepId, kind: 'forward-only' })

const reserve = (order: StoryOrder): StorySaga => {
  const to = movedAt(order, 'stock-reserved')
  const running = to === null
  return toSaga(order, {
    name: 'reserve-order',
    about: order.id,
    input: { orderId: order.id },
    from: order.placedAt,
    to: to ?? order.placedAt,
    steps: running ? [] : [undoable('reserve-stock')],
    ...(running ? { saga: { status: 'RUNNING', endedAt: null } } : {}),
  })
}

const pay = (order: StoryOrder): StorySaga[] => {
  const [opened, paid] = [movedAt(order, 'payment-opened'), movedAt(order, 'paid')]
  if (!opened || !paid) return []
  const { id: orderId, paymentId, chargeRef } = order
  const confirmedAt = movedAt(order, 'confirmed')
  return [
    toSaga(order, {
      name: 'pay-order',
      about: paymentId,
      input: { orderId, paymentId },
      from: opened,
      to: confirmedAt ?? paid,
      steps: [
        undoable('confirm-stock'),
        ...(order.coupon
          ? [undoable('redeem-coupon', { result: { redeemed: true, claimId: order.coupon.claimId } })]
          : []),
        undoable('charge-card', { result: { chargeRef, actionUrl: null } }),
        pivot('mark-paid', { result: { held: confirmedAt === null } }),
        ...(confirmedAt ? [only('confirm-order')] : []),
      ],
    }),
  ]
}

const fulfil = (order: StoryOrder): StorySaga[] => {
  const [from, to] = [movedAt(order, 'confirmed'), movedAt(order, 'shipment-registered')]
  if (!from || !to) return []
  const { id: orderId, shipmentRef } = order
  const trackingNo = trackingNoOf(parcelIdOf(order))
  return [
    toSaga(order, {
      name: 'fulfil-order',
      about: orderId,
      input: { orderId },
      from,
      to,
      steps: [
        only('await-packing'),
        undoable('register-shipment', { result: { shipmentRef, trackingNo, carrier: 'Seam Express' } }),
        pivot('mark-preparing'),
      ],
    }),
  ]
}

const cancel = (order: StoryOrder): StorySaga[] => {
  if (order.status !== 'CANCELLED' || !isPaid(order)) return []
  const cancellationId = cancellationIdOf(order)
  const fromStatus = order.way === 'cancelled-by-operator' ? 'PREPARING' : 'CONFIRMED'
  const at = lastMoveAt(order)
  const begun = [only('cancel-shipment'), pivot('mark-cancelled')]
  const refund = { refunded: true, refundId: refundIdOf(order), refundRef: refundRefOf(order) }
  const wanted = {
    name: 'cancel-order',
    about: cancellationId,
    input: { orderId: order.id, cancellationId, fromStatus },
    from: at,
    to: new Date(at.getTime() + 1500),
  } as const
  return [
    order.trouble === 'refund-refused'
      ? toSaga(order, {
          ...wanted,
          steps: [
            ...begun,
            only('refund-card', {
              status: 'REFUSED',
              result: { reason: 'not-refundable', gatewayCode: 'balance_insufficient' },
            }),
          ],
          saga: { status: 'NEEDS_ATTENTION', currentStep: 'refund-card' },
        })
      : toSaga(order, {
          ...wanted,
          steps: [...begun, only('refund-card', { result: refund }), only('return-stock'), only('finish-cancellation')],
        }),
  ]
}

const giveBack = (order: StoryOrder): StorySaga[] => {
  const from = movedAt(order, 'return-accepted')
  if (!isReturned(order) || !from) return []
  const refundedAt = movedAt(order, 'refunded')
  const returnId = returnIdOf(order)
  const rest = ['plan-refund', 'refund-card', 'take-goods-back', 'finish-return'].map(stepId => only(stepId))
  return [
    toSaga(order, {
      name: 'return-order',
      about: returnId,
      input: { orderId: order.id, returnId },
      from,
      to: refundedAt ?? from,
      steps: [only('register-pick-up'), ...(refundedAt ? [only('await-goods'), ...rest] : [])],
      ...(refundedAt ? {} : { saga: { status: 'RUNNING', endedAt: null, currentStep: 'await-goods' } }),
    }),
  ]
}

/** Every saga that an order of the story has had, but the ones that its trouble stopped before their end. */
export const toSagas = (order: StoryOrder): readonly StorySaga[] => [
  reserve(order),
  ...pay(order),
  ...fulfil(order),
  ...cancel(order),
  ...giveBack(order),
]
