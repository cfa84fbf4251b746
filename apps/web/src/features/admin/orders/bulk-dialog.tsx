'use client'

import { newId } from '@makegood/core/ids'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Progress } from '@/components/ui/progress'
import { useRouter } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { type BulkState, useBulk } from '../attention/use-bulk'
import { isReason } from '../is-reason'
import { ReasonArea } from '../reason-area'
import { useErrorWords } from '../use-error-words'
import { type BulkAct, type ChosenOrder, moneyBackOf } from './bulk-acts'
import { CancelOutcomes } from './cancel-outcomes'
import { OutcomeList } from './outcome-list'
import { type Sent, useSendOrders } from './use-send-orders'

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
  const ready = act === 'confirm' || isReason(reason)
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
        <Outcomes act={act} bulk={bulk} sent={sent} onStop={stop} onClose={close} />
      ) : (
        <>
          <p className="figures max-h-32 overflow-y-auto break-words text-ink-2">
            {asked.map(order => order.number).join(', ')}
          </p>
          {act === 'cancel' && <CancelSum orders={asked} />}
          {act !== 'confirm' && <ReasonArea reason={reason} onChange={setReason} />}
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
  act: BulkAct
  bulk: BulkState
  sent: Sent
  onStop: () => void
  onClose: () => void
}

const Outcomes = ({ act, bulk, sent, onStop, onClose }: OutcomesProps) => {
  const t = useTranslations('adminOrders.bulk')
  const refusalOf = useErrorWords()
  const { total, outcomes, state } = bulk
  const numberOf = (id: string) => sent.get(id)?.number ?? id
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length
  const counts = { total, refused, done: outcomes.length - refused, left: total - outcomes.length }
  return (
    <>
      {act === 'cancel' ? (
        <CancelOutcomes bulk={bulk} numberOf={numberOf} cancellationIdOf={id => sent.get(id)?.cancellationId ?? id} />
      ) : (
        <>
          <p role="status" className="figures font-semibold">
            {t(state, counts)}
          </p>
          <OutcomeList
            label={t('results')}
            rows={outcomes.map(({ id, refusal }) => ({
              id,
              number: numberOf(id),
              text: refusal ? (refusal === 'unexpected' ? t('unexpected') : refusalOf(refusal)) : t('ok'),
              tone: refusal ? 'bad' : 'good',
            }))}
          />
        </>
      )}
      <Progress label={t('running', counts)} value={outcomes.length} max={total} className="mt-2" />
      <div className="mt-4">
        <Button kind="line" size="small" onClick={state === 'running' ? onStop : onClose}>
          {t(state === 'running' ? 'stop' : 'close')}
        </Button>
      </div>
    </>
  )
}

const CancelSum = ({ orders }: { orders: readonly ChosenOrder[] }) => {
  const t = useTranslations('adminOrders.bulk')
  const locale = useLocale()
  const [first] = orders
  if (!first) return null
  const amount = priceText({ ...first.total, amountMinor: moneyBackOf(orders).toString() }, locale)
  return <p className="figures mt-2 font-semibold">{t('moneyBack', { count: orders.length, amount })}</p>
}
