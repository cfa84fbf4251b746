'use client'

import { newId } from '@makegood/core/ids'
import type { OrderView } from '@makegood/core/order/views'
import { type ReturnReason, returnReasons } from '@makegood/core/return/return-reasons'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useTRPCClient } from '@/lib/trpc/context'
import { quoteReturn } from './quote-return'
import { ReturnLines } from './return-lines'
import { ReturnQuote } from './return-quote'
import { useOrderAct } from './use-order-act'

const noteCharsMax = 500

/** Asks for goods to be taken back, line by line, after saying what would come back; nothing is asked for before goods and reason are chosen. */
export const ReturnForm = ({ order, onClose }: { order: OrderView; onClose: () => void }) => {
  const t = useTranslations('order.giveBack')
  const errors = useTranslations('errors')
  const caller = useTRPCClient()
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  // Made once for this form, so that a second press or a lost answer asks for the same return.
  const [returnId] = useState(() => newId('return', new Date()))
  const left = order.lines.filter(line => line.quantity > line.returned)
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>({})
  const [reason, setReason] = useState<ReturnReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  // The order is followed live: never more than is still the shopper's.
  const lines = left.flatMap(({ variantId, quantity: bought, returned }) => {
    const quantity = Math.min(quantities[variantId] ?? 0, bought - returned)
    return quantity > 0 ? [{ variantId, quantity }] : []
  })
  const { busy, fault, send } = useOrderAct(async () => {
    if (reason) await caller.store.return.request.mutate({ orderId: order.id, returnId, reason, note, lines })
  })
  const reasonField = useRef<HTMLSelectElement>(null)
  useEffect(() => box.current?.focus(), [])
  const noReason = tried && reason === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lines.length === 0) return box.current?.querySelector<HTMLElement>('fieldset button:enabled')?.focus()
    return reason ? send() : reasonField.current?.focus()
  }
  return (
    <form
      ref={box}
      tabIndex={-1}
      noValidate
      onSubmit={submit}
      aria-busy={busy}
      className="rounded-sm border border-line bg-sheet p-5"
    >
      <h2 className="text-sub">{t('title')}</h2>
      <ReturnLines lines={left} quantities={quantities} onChange={setQuantities} />
      {tried && lines.length === 0 && (
        <p role="alert" className="mt-2 text-sm font-medium text-rust">
          {t('choose')}
        </p>
      )}
      <label htmlFor={`${id}-reason`} className="mt-4 mb-1.5 block text-sm font-medium">
        {t('reason')}
      </label>
      <select
        id={`${id}-reason`}
        ref={reasonField}
        value={reason ?? ''}
        onChange={event => setReason(returnReasons.find(known => known === event.target.value) ?? null)}
        aria-invalid={noReason}
        aria-describedby={noReason ? `${id}-no-reason` : undefined}
        className="block min-h-12 w-full rounded-sm border border-edge bg-sheet px-3"
      >
        <option value="" disabled>
          {t('noReason')}
        </option>
        {returnReasons.map(known => (
          <option key={known} value={known}>
            {t(`reasons.${known}`)}
          </option>
        ))}
      </select>
      {noReason && (
        <p id={`${id}-no-reason`} role="alert" className="mt-2 text-sm font-medium text-rust">
          {t('chooseReason')}
        </p>
      )}
      <label htmlFor={`${id}-note`} className="mt-4 mb-1.5 block text-sm font-medium">
        {t('note')} <span className="ml-1 font-normal text-ink-2">{t('optional')}</span>
      </label>
      <textarea
        id={`${id}-note`}
        rows={3}
        maxLength={noteCharsMax}
        value={note}
        onChange={event => setNote(event.target.value)}
        className="block w-full rounded-sm border border-edge bg-sheet px-3.5 py-2.5 hover:border-ink-2"
      />
      {lines.length > 0 && <ReturnQuote quote={quoteReturn(order, { lines, reason })} />}
      {fault && (
        <Callout tone="bad" role="alert" className="mt-4" title={t('failed')}>
          {errors(fault)}
        </Callout>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button type="submit" size="medium" aria-disabled={busy}>
          {busy ? t('sending') : t('send')}
        </Button>
        <Button kind="line" size="medium" disabled={busy} onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <p className="mt-3 text-sm text-ink-2">{t('first')}</p>
    </form>
  )
}
