'use client'

import { newId } from '@makegood/core/ids'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Progress } from '@/components/ui/progress'
import { TextArea } from '@/components/ui/text-area'
import { Link, useRouter } from '@/i18n/navigation'
import { type BulkState, useBulk } from '../attention/use-bulk'
import { useErrorWords } from '../use-error-words'
import type { BulkAct, ChosenOrder } from './bulk-acts'
import { useSendOrders } from './use-send-orders'

const reasonMin = 3

type Props = {
  act: BulkAct
  orders: readonly ChosenOrder[]
  /** How many of the chosen ones the act is not for. */
  rest: number
  onClose: (acted: boolean) => void
}

/** Asks once for all, then does it a few at a time: how far it is, what became of each, and a way to stop between them. */
export const BulkDialog = ({ act, orders, rest, onClose }: Props) => {
  const t = useTranslations('adminOrders.bulk')
  // What is asked for stays what was asked, though the list behind it may be read again.
  const [asked] = useState(orders)
  // One id for each, kept while the dialog is open: what is sent a second time asks for the same cancellation.
  const [sent] = useState(
    () => new Map(orders.map(order => [order.id, { ...order, cancellationId: newId('cancellation', new Date()) }])),
  )
  const [reason, setReason] = useState('')
  const { bulk, run, stop } = useBulk()
  const send = useSendOrders(act, sent, reason)
  const router = useRouter()
  const ready = act === 'confirm' || reason.trim().length >= reasonMin
  const count = asked.length
  const close = () => {
    if (bulk?.state === 'running') return stop()
    onClose(bulk !== null)
    if (bulk) router.refresh()
  }
  const start = () => {
    if (ready)
      void run(
        asked.map(({ id }) => id),
        send,
      )
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t(`ask.${act}`, { count })}
      text={t(`says.${act}`, { count, rest })}
      closeLabel={t(bulk?.state === 'running' ? 'stop' : 'close')}
    >
      {bulk ? (
        <Outcomes bulk={bulk} numberOf={id => sent.get(id)?.number ?? id} onStop={stop} onClose={close} />
      ) : (
        <>
          <p className="figures max-h-32 overflow-y-auto break-words text-ink-2">
            {asked.map(order => order.number).join(', ')}
          </p>
          {act !== 'confirm' && (
            <TextArea
              className="mt-4"
              label={t('reason')}
              hint={t('reasonHint')}
              maxLength={500}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
          <div className="mt-5 flex flex-wrap gap-2.5">
            <Button size="small" aria-disabled={!ready} onClick={start}>
              {t(`do.${act}`, { count })}
            </Button>
            <Button kind="line" size="small" onClick={close}>
              {t('leave')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

type OutcomesProps = {
  bulk: BulkState
  numberOf: (orderId: string) => string
  onStop: () => void
  onClose: () => void
}

const Outcomes = ({ bulk, numberOf, onStop, onClose }: OutcomesProps) => {
  const t = useTranslations('adminOrders.bulk')
  const refusalOf = useErrorWords()
  const { total, outcomes, state } = bulk
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length
  const counts = { total, refused, done: outcomes.length - refused, left: total - outcomes.length }
  return (
    <>
      <p role="status" className="figures font-semibold">
        {t(state, counts)}
      </p>
      <Progress label={t('running', counts)} value={outcomes.length} max={total} className="mt-2" />
      <ul className="mt-3 max-h-72 overflow-y-auto border-t border-line" aria-label={t('results')}>
        {outcomes.map(({ id, refusal }) => (
          <li key={id} className="flex justify-between gap-4 border-b border-line py-2">
            <Link href={`/admin/orders/${id}`} className="figures font-semibold text-link">
              {numberOf(id)}
            </Link>
            <span className={refusal ? 'text-rust' : 'text-celadon'}>
              {refusal ? (refusal === 'unexpected' ? t('unexpected') : refusalOf(refusal)) : t('ok')}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {state === 'running' ? (
          <Button kind="line" size="small" onClick={onStop}>
            {t('stop')}
          </Button>
        ) : (
          <Button kind="line" size="small" onClick={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
    </>
  )
}
