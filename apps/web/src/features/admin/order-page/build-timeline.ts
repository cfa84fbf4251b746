import type { Outputs } from '@/lib/trpc/router'
import type { OperatorOrderView, SagaView } from '../operator-view'

export type OrderStoryView = Outputs['admin']['order']['story']

type Parts = {
  move: OperatorOrderView['history'][number]
  saga: SagaView
  payment: OperatorOrderView['payments'][number]
  refund: OperatorOrderView['refunds'][number]
  parcel: OperatorOrderView['shipments'][number]
  incident: OperatorOrderView['incidents'][number]
  cancellation: OperatorOrderView['cancellations'][number]
  return: OperatorOrderView['returns'][number]
  message: OrderStoryView['messages'][number]
  act: OrderStoryView['acts'][number]
  note: OrderStoryView['notes'][number]
}
type EntryOf<Kind extends keyof Parts> = {
  readonly kind: Kind
  readonly key: string
  readonly at: string
  readonly failed: boolean
  readonly of: Parts[Kind]
}
export type TimelineEntry = { [Kind in keyof Parts]: EntryOf<Kind> }[keyof Parts]

export const timelineFilters = ['all', 'failures', 'money', 'messages'] as const
export type TimelineFilter = (typeof timelineFilters)[number]

const isFailedSaga = (saga: SagaView): boolean =>
  saga.status === 'UNDONE' ||
  saga.status === 'NEEDS_ATTENTION' ||
  saga.steps.some(
    step => step.status === 'REFUSED' || step.status === 'FAILED' || step.undoStatus !== null || step.error !== null,
  )

/** Everything that happened to an order, in the order in which it began: nothing of it is anywhere else. */
export const buildTimeline = (order: OperatorOrderView, story: OrderStoryView): readonly TimelineEntry[] => {
  const entries: TimelineEntry[] = [
    ...order.history.map(of => ({
      kind: 'move' as const,
      key: `move-${of.version}`,
      at: of.at,
      failed: ['CANCELLED'].includes(of.toStatus) || of.reason === 'payment-failed',
      of,
    })),
    ...order.sagas.map(of => ({ kind: 'saga' as const, key: of.id, at: of.startedAt, failed: isFailedSaga(of), of })),
    ...order.payments.map(of => ({
      kind: 'payment' as const,
      key: of.id,
      at: of.openedAt,
      failed: of.status === 'DECLINED' || of.status === 'FAILED',
      of,
    })),
    ...order.refunds.map(of => ({
      kind: 'refund' as const,
      key: of.id,
      at: of.plannedAt,
      failed: of.state === 'failed',
      of,
    })),
    ...order.shipments.map(of => ({
      kind: 'parcel' as const,
      key: of.shipmentRef,
      at: of.registeredAt,
      failed: of.status === 'LOST' || of.status === 'REFUSED',
      of,
    })),
    ...order.incidents.map(of => ({ kind: 'incident' as const, key: of.id, at: of.openedAt, failed: true, of })),
    ...order.cancellations.map(of => ({
      kind: 'cancellation' as const,
      key: of.id,
      at: of.requestedAt,
      failed: of.state === 'refused',
      of,
    })),
    ...order.returns.map(of => ({ kind: 'return' as const, key: of.id, at: of.requestedAt, failed: false, of })),
    ...story.messages.map(of => ({
      kind: 'message' as const,
      key: of.id,
      at: of.createdAt,
      failed: of.status === 'FAILED',
      of,
    })),
    ...story.acts.map(of => ({ kind: 'act' as const, key: of.id, at: of.at, failed: false, of })),
    ...story.notes.map(of => ({ kind: 'note' as const, key: of.id, at: of.writtenAt, failed: false, of })),
  ]
  return entries.sort((a, b) => a.at.localeCompare(b.at) || places.indexOf(a.kind) - places.indexOf(b.kind))
}

/** What was begun at the same moment: the cause first. */
const places: readonly TimelineEntry['kind'][] = [
  'act',
  'cancellation',
  'return',
  'payment',
  'move',
  'saga',
  'refund',
  'parcel',
  'message',
  'incident',
  'note',
]

const aboutMoney: readonly TimelineEntry['kind'][] = ['payment', 'refund']
const moneySagas = ['pay-order', 'settle-late-payment', 'refund-order']

export const isShown = (entry: TimelineEntry, filter: TimelineFilter): boolean => {
  if (filter === 'all') return true
  if (filter === 'failures') return entry.failed
  if (filter === 'messages') return entry.kind === 'message'
  return aboutMoney.includes(entry.kind) || (entry.kind === 'saga' && moneySagas.includes(entry.of.name))
}
