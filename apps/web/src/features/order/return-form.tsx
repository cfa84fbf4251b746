'use client'

import { newId } from '@makegood/core/ids'
import type { OrderView } from '@makegood/core/order/views'
import { type ReturnReason, returnReasons } from '@makegood/core/return/return-reasons'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useTRPCClient } from '@/lib/trpc/context'
import { ReturnLines } from './return-lines'
import { useOrderAct } from './use-order-act'

const noteCharsMax = 500

/** Asks for goods to be taken back, line by line; nothing is asked for before something is chosen. */
export const ReturnForm = ({ order, onClose }: { order: OrderView; onClose: () => void }) => {
  const t = useTranslations('order.giveBack')
  const errors = useTranslations('errors')
  const caller = useTRPCClient()
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  // Made once for this form, so that a second press or a lost answer asks for the same return.
  const [returnId] = useState(() => newId('return', new Date()))
  const left = order.lines.filter(line => line.quantity > line.returned)
  const only = left.length === 1 ? left[0] : undefined
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>(only ? { [only.variantId]: 1 } : {})
  const [reason, setReason] = useState<ReturnReason>('changed-mind')
  const [note, setNote] = useState('')
  const [empty, setEmpty] = useState(false)
  const lines = Object.entries(quantities).flatMap(([variantId, quantity]) =>
    quantity > 0 ? [{ variantId, quantity }] : [],
  )
  const { busy, fault, send } = useOrderAct(() =>
    caller.store.return.request.mutate({ orderId: order.id, returnId, reason, note, lines }),
  )
  useEffect(() => box.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(lines.length === 0)
    if (lines.length > 0) return send()
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
      {empty && (
        <p role="alert" className="mt-2 text-sm font-medium text-rust">
          {t('choose')}
        </p>
      )}
      <label htmlFor={`${id}-reason`} className="mt-4 mb-1.5 block text-sm font-medium">
        {t('reason')}
      </label>
      <select
        id={`${id}-reason`}
        value={reason}
        onChange={event => setReason(returnReasons.find(known => known === event.target.value) ?? 'other')}
        className="block min-h-12 w-full rounded-sm border border-edge bg-sheet px-3"
      >
        {returnReasons.map(known => (
          <option key={known} value={known}>
            {t(`reasons.${known}`)}
          </option>
        ))}
      </select>
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
