import { canBeTriedAgain } from '@makegood/core/saga/incident-kinds'
import { isPermitted, type Permission } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import type { OperatorOrderView } from '../operator-view'
import type { OrderStoryView } from './build-timeline'

export const orderActNames = [
  'confirm',
  'handOver',
  'refund',
  'requestReturn',
  'correctAddress',
  'pause',
  'resume',
  'cancel',
] as const
export type OrderActName = (typeof orderActNames)[number]

export const orderActPermissions: Readonly<Record<OrderActName, Permission>> = {
  confirm: 'order.confirm',
  handOver: 'order.hand-over',
  refund: 'order.refund',
  requestReturn: 'return.request',
  correctAddress: 'order.correct-address',
  pause: 'order.pause',
  resume: 'order.pause',
  cancel: 'order.cancel',
}

const openReturn = ['REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED']

/** For each act the code with which it would be refused now; null where it would not be. */
export const findActRefusals = (
  order: OperatorOrderView,
  story: OrderStoryView,
): Readonly<Record<OrderActName, string | null>> => {
  const mayReturn =
    ['SHIPPING', 'DELIVERED'].includes(order.status) && !order.returns.some(({ status }) => openReturn.includes(status))
  return {
    confirm: order.acts.confirm.refusal,
    handOver: story.handOver.refusal,
    refund:
      story.refundable.refusal ?? (story.approvals.some(({ kind }) => kind === 'refund') ? 'approval-waiting' : null),
    requestReturn: mayReturn ? null : 'return-not-possible',
    correctAddress: story.correctAddress.refusal,
    pause: order.pauseRefusal,
    resume: order.pause ? null : 'pause-moved-on',
    cancel: order.acts.cancel.refusal,
  }
}

/** An act as the address of an order's page asks for it: the page opens what says beforehand what it does, and does nothing yet. */
export type AskedAct = { readonly act: OrderActName | 'retry' | 'note'; readonly query: string }

/** What this role can do with an order now: what needs a person first. */
export const listOrderActs = (order: OperatorOrderView, story: OrderStoryView, role: Role): readonly AskedAct[] => {
  const refusals = findActRefusals(order, story)
  const stopped = order.incidents.find(({ kind, resolvedAt }) => resolvedAt === null && canBeTriedAgain(kind))
  return [
    ...(stopped && isPermitted(role, 'incident.retry')
      ? [{ act: 'retry' as const, query: `act=retry&incident=${stopped.id}` }]
      : []),
    ...orderActNames
      .filter(name => refusals[name] === null && isPermitted(role, orderActPermissions[name]))
      .map(act => ({ act, query: `act=${act}` })),
    ...(isPermitted(role, 'order.note') ? [{ act: 'note' as const, query: 'act=note' }] : []),
  ]
}
