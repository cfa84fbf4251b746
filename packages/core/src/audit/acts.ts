import { type EventName, eventCatalogue } from '../events/catalogue.ts'

/** What people do, and what the shop does on its own, that is written down by whoever does it. */
const directActs = [
  'order.confirm',
  'order.cancel',
  'order.hand-over',
  'order.refund',
  'order.pause',
  'order.resume',
  'order.correct-address',
  'order.export',
  'note.add',
  'note.edit',
  'message.resend',
  'notification.retry',
  'notification.put-away',
  'return.request',
  'return.accept',
  'return.reject',
  'return.receive',
  'payment.look',
  'incident.retry',
  'incident.resume',
  'incident.undo',
  'incident.settle',
  'incident.resolve',
  'incident.try',
  'approval.request-refund',
  'approval.request-wallet-adjustment',
  'approval.request-return-without-goods',
  'approval.request-settle-by-hand',
  'approval.request-return-not-picked-up',
  'approval.approve',
  'approval.refuse',
  'approval.withdraw',
  'wallet.adjust',
  'customer.note',
  'catalogue.create',
  'catalogue.save',
  'catalogue.set-state',
  'catalogue.add-picture',
  'catalogue.save-pictures',
  'catalogue.import',
  'catalogue.import-product',
  'catalogue.export',
  'catalogue.add-category',
  'catalogue.rename-category',
  'catalogue.order-categories',
  'catalogue.remove-category',
  'stock.correct',
  'stock.set-low',
  'coupon.create',
  'coupon.extend',
  'coupon.stop',
  'reconciliation.repair',
  'reconciliation.accept',
  'reconciliation.refund',
  'reconciliation.ask-refund',
  'alert.acknowledge',
  'audit.export',
  'team.invite',
  'team.revoke-invitation',
  'team.accept-invitation',
  'team.change-role',
  'team.remove',
  'team.end-sessions',
  'team.reset-second-factor',
  'account/removed',
] as const

/** The families of events that are written down as they are told; not the calls to look again, by which nothing happens. */
const toldFamilies = ['order/', 'payment/', 'shipping/', 'return/']
const calls: readonly EventName[] = ['payment/changed', 'return/changed']

const toldActs = (Object.keys(eventCatalogue) as EventName[]).filter(
  name => toldFamilies.some(family => name.startsWith(family)) && !calls.includes(name),
)

export type AuditAct = (typeof directActs)[number] | EventName

/** Everything that the audit log can have an entry of. */
export const auditActs: readonly AuditAct[] = [...directActs, ...toldActs]
