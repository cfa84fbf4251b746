'use client'

import { newId } from '@makegood/core/ids'
import type { OrderView } from '@makegood/core/order/views'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { shopCodeOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { CancelTerms } from './cancel-terms'
import { useOrderAct } from './use-order-act'

/** Cancels the order after saying what that comes to: the fee, and what goes back where. */
export const CancelPanel = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order.cancel')
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    flushSync(() => setOpen(false))
    opener.current?.focus()
  }
  if (open) return <CancelQuestion order={order} onClose={close} />
  return (
    <Button ref={opener} kind="line" size="medium" onClick={() => setOpen(true)}>
      {t('open')}
    </Button>
  )
}

const CancelQuestion = ({ order, onClose }: { order: OrderView; onClose: () => void }) => {
  const t = useTranslations('order.cancel')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const caller = useTRPCClient()
  const box = useRef<HTMLDivElement>(null)
  // Made once for this question, so that a second press or a lost answer asks for the same cancellation.
  const [cancellationId] = useState(() => newId('cancellation', new Date()))
  const terms = useQuery({ ...api.store.order.getCancelTerms.queryOptions({ orderId: order.id }), staleTime: 0 })
  const { busy, fault, send } = useOrderAct(async () => {
    try {
      const expectedFeeMinor = terms.data?.fee.amountMinor ?? '0'
      await caller.store.order.cancel.mutate({ orderId: order.id, cancellationId, expectedFeeMinor })
    } catch (error) {
      // What is shown is no longer so: the new terms are there to be read and accepted.
      if (shopCodeOf(error) === 'fee-changed') await terms.refetch()
      throw error
    }
  })
  useEffect(() => box.current?.focus(), [])
  const allowed = terms.data?.refusal === null
  const wrong = fault ?? terms.data?.refusal ?? (terms.error ? wordsKeyOf(terms.error) : null)
  return (
    <div ref={box} tabIndex={-1} className="rounded-sm border border-line bg-sheet p-5">
      <h2 className="text-sub">{t('title')}</h2>
      {terms.isPending && <p className="mt-2 text-ink-2">{t('reading')}</p>}
      {terms.data && !terms.data.refusal && (
        <CancelTerms terms={terms.data} hasCoupon={order.discount.amountMinor !== '0'} />
      )}
      {wrong && (
        <Callout tone="bad" role="alert" className="mt-4" title={t('failed')}>
          {errors(wrong)}
        </Callout>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button size="medium" aria-disabled={busy || !allowed} onClick={allowed ? send : undefined}>
          {busy ? t('sending') : t('yes')}
        </Button>
        <Button kind="line" size="medium" disabled={busy} onClick={onClose}>
          {t('no')}
        </Button>
      </div>
    </div>
  )
}
