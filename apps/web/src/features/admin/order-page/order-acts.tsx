'use client'

import type { Permission } from '@makegood/core/user/permissions'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { GuardedButton } from '../guarded-button'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { AddressForm } from './address-form'
import type { OrderStoryView } from './build-timeline'
import { RefundForm } from './refund-form'
import { RequestReturn } from './request-return'
import { CancelOrder, ConfirmOrder, HandOver } from './simple-acts'

export const orderActNames = ['confirm', 'handOver', 'refund', 'requestReturn', 'correctAddress', 'cancel'] as const
export type OrderActName = (typeof orderActNames)[number]

const permissionOf: Record<OrderActName, Permission> = {
  confirm: 'order.confirm',
  handOver: 'order.hand-over',
  refund: 'order.refund',
  requestReturn: 'return.request',
  correctAddress: 'order.correct-address',
  cancel: 'order.cancel',
}

type Props = {
  order: OperatorOrderView
  story: OrderStoryView
  /** True while the order could not be read again: nothing is done to what may be otherwise by now. */
  stale: boolean
}

const openReturn = ['REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED']

/** What can be done with an order. What cannot be done now, or not by this role, says why instead. */
export const OrderActs = ({ order, story, stale }: Props) => {
  const t = useTranslations('adminOrder.acts')
  const errorOf = useErrorWords()
  const [open, setOpen] = useState<OrderActName | null>(null)
  const mayReturn =
    ['SHIPPING', 'DELIVERED'].includes(order.status) && !order.returns.some(({ status }) => openReturn.includes(status))
  const refusals: Record<OrderActName, string | null> = {
    confirm: order.acts.confirm.refusal,
    handOver: story.handOver.refusal,
    refund:
      story.refundable.refusal ?? (story.approvals.some(({ kind }) => kind === 'refund') ? 'approval-waiting' : null),
    requestReturn: mayReturn ? null : 'return-not-possible',
    correctAddress: story.correctAddress.refusal,
    cancel: order.acts.cancel.refusal,
  }
  const close = () => setOpen(null)
  const why = (name: OrderActName) => {
    if (stale) return t('stale')
    const refusal = refusals[name]
    return refusal && errorOf(refusal)
  }
  return (
    <section aria-label={t('title')} className="flex flex-wrap gap-2 pb-5">
      {orderActNames.map(name => (
        <GuardedButton
          key={name}
          permission={permissionOf[name]}
          refusal={why(name)}
          kind={name === 'confirm' && order.acts.confirm.refusal === null ? 'primary' : 'line'}
          size="small"
          data-order-act={name}
          onClick={() => setOpen(name)}
        >
          {t(name)}
        </GuardedButton>
      ))}
      {open === 'confirm' && <ConfirmOrder order={order} refusal={refusals.confirm} onClose={close} />}
      {open === 'handOver' && <HandOver order={order} refusal={refusals.handOver} onClose={close} />}
      {open === 'cancel' && <CancelOrder order={order} refusal={refusals.cancel} onClose={close} />}
      {open === 'refund' && <RefundForm order={order} refundable={story.refundable} onClose={close} />}
      {open === 'requestReturn' && <RequestReturn order={order} refusal={refusals.requestReturn} onClose={close} />}
      {open === 'correctAddress' && <AddressForm order={order} onClose={close} />}
    </section>
  )
}
