'use client'

import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { GuardedButton, useWhoMay } from '../guarded-button'
import { useMay } from '../operator-role'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { AddressForm } from './address-form'
import type { OrderStoryView } from './build-timeline'
import { findActRefusals, type OrderActName, orderActNames, orderActPermissions } from './list-order-acts'
import { PauseOrder, ResumeOrder } from './pause-acts'
import { RefundForm } from './refund-form'
import { RequestReturn } from './request-return'
import { CancelOrder, ConfirmOrder, HandOver } from './simple-acts'
import { useAskedAct } from './use-asked-act'

type Props = {
  order: OperatorOrderView
  story: OrderStoryView
  /** True while the order could not be read again: nothing is done to what may be otherwise by now. */
  stale: boolean
}

/** What can be done with an order. What cannot be done now, or not by this role, says why instead. */
export const OrderActs = ({ order, story, stale }: Props) => {
  const t = useTranslations('adminOrder.acts')
  const errorOf = useErrorWords()
  const asked = useAskedAct()
  const [pressed, setPressed] = useState<OrderActName | null>(null)
  const askedName = orderActNames.find(name => name === asked.act)
  const mayAsked = useMay(orderActPermissions[askedName ?? 'confirm'])
  const whoMay = useWhoMay(orderActPermissions[askedName ?? 'confirm'])
  const open = pressed ?? (mayAsked && !stale ? askedName : null)
  const refusals = findActRefusals(order, story)
  // One button in one place: a paused order is resumed, any other paused.
  const isItsTurn = (name: OrderActName) => name !== (order.pause ? 'pause' : 'resume')
  const first = order.pause ? 'resume' : order.acts.confirm.refusal === null ? 'confirm' : null
  const section = useRef<HTMLElement>(null)
  // What the address opened gives the focus back to where a press would have opened it.
  useLayoutEffect(() => {
    if (askedName) section.current?.querySelector<HTMLElement>(`[data-order-act=${askedName}]`)?.focus()
  }, [askedName])
  const close = () => {
    setPressed(null)
    if (askedName) asked.forget()
  }
  const why = (name: OrderActName) => {
    if (stale) return t('stale')
    const refusal = refusals[name]
    return refusal && errorOf(refusal)
  }
  return (
    <section ref={section} aria-label={t('title')} className="flex flex-wrap gap-2 pb-5">
      {orderActNames.filter(isItsTurn).map(name => (
        <GuardedButton
          key={name}
          permission={orderActPermissions[name]}
          refusal={why(name)}
          kind={name === first ? 'primary' : 'line'}
          size="small"
          data-order-act={name}
          onClick={() => setPressed(name)}
        >
          {t(name)}
        </GuardedButton>
      ))}
      {askedName && !mayAsked && (
        <Callout role="status" className="w-full">
          {t(askedName)}: {whoMay}
        </Callout>
      )}
      {open === 'confirm' && <ConfirmOrder order={order} refusal={refusals.confirm} onClose={close} />}
      {open === 'handOver' && <HandOver order={order} refusal={refusals.handOver} onClose={close} />}
      {open === 'pause' && <PauseOrder order={order} refusal={refusals.pause} onClose={close} />}
      {open === 'resume' && order.pause && <ResumeOrder order={order} pauseId={order.pause.id} onClose={close} />}
      {open === 'cancel' && <CancelOrder order={order} refusal={refusals.cancel} onClose={close} />}
      {open === 'refund' && (
        <RefundForm order={order} refundable={{ ...story.refundable, refusal: refusals.refund }} onClose={close} />
      )}
      {open === 'requestReturn' && <RequestReturn order={order} refusal={refusals.requestReturn} onClose={close} />}
      {open === 'correctAddress' && <AddressForm order={order} refusal={refusals.correctAddress} onClose={close} />}
    </section>
  )
}
