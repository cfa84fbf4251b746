'use client'

import { newId } from '@makegood/core/ids'
import type { Permission } from '@makegood/core/user/permissions'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/text-area'
import { useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { useErrorWords } from '../use-error-words'
import type { OrderRow } from './orders-table'

const manyMax = 100
const reasonMin = 3
type Act = 'confirm' | 'retry' | 'cancel'

const acts: Record<Act, { permission: Permission; fits: (order: OrderRow) => boolean }> = {
  confirm: { permission: 'order.confirm', fits: order => order.status === 'PAID' },
  retry: { permission: 'incident.retry', fits: order => order.needsAttention },
  cancel: {
    permission: 'order.cancel',
    fits: order => ['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING'].includes(order.status),
  },
}
const actNames = ['confirm', 'retry', 'cancel'] as const

/** What can be done with the chosen orders: exactly how many are meant is said before, what became of each after. */
export const BulkBar = ({ chosen, onDone }: { chosen: readonly OrderRow[]; onDone: () => void }) => {
  const t = useTranslations('adminOrders.bulk')
  const [act, setAct] = useState<Act | null>(null)
  if (chosen.length === 0) return null
  const fitting = (name: Act) => chosen.filter(acts[name].fits).slice(0, manyMax)
  return (
    <section
      aria-label={t('title')}
      className="sticky bottom-0 z-20 mt-3 flex flex-wrap items-center gap-2.5 border-t border-edge bg-paper px-3 py-2"
    >
      <p className="mr-auto font-semibold" role="status">
        {t('chosen', { count: chosen.length })}
      </p>
      {actNames.map(name => (
        <GuardedButton
          key={name}
          permission={acts[name].permission}
          refusal={fitting(name).length === 0 ? t(`none.${name}`) : null}
          kind="line"
          size="small"
          onClick={() => setAct(name)}
        >
          {t(`acts.${name}`, { count: fitting(name).length })}
        </GuardedButton>
      ))}
      <Button kind="quiet" size="small" onClick={onDone}>
        {t('clear')}
      </Button>
      {act && <BulkDialog act={act} chosen={chosen} orders={fitting(act)} onClose={() => setAct(null)} />}
    </section>
  )
}

type DialogProps = { act: Act; chosen: readonly OrderRow[]; orders: readonly OrderRow[]; onClose: () => void }

const BulkDialog = ({ act, chosen, orders, onClose }: DialogProps) => {
  const t = useTranslations('adminOrders.bulk')
  const errors = useTranslations('errors')
  const refusalOf = useErrorWords()
  const [first] = useState(orders)
  const [reason, setReason] = useState('')
  // What was seen and one id for each, kept while the dialog is open: a second press asks for the same cancellations.
  const [seen] = useState(() =>
    orders.map(({ id: orderId, version: seenVersion }) => ({
      orderId,
      seenVersion,
      cancellationId: newId('cancellation', new Date()),
    })),
  )
  const { many, start } = useMany(act)
  const router = useRouter()
  const ready = act !== 'cancel' || reason.trim().length >= reasonMin
  const run = () => {
    if (!ready || many.isPending) return
    start({ orders: seen, reason: reason.trim() })
  }
  const close = () => {
    onClose()
    if (many.data) router.refresh()
  }
  const numberOf = (orderId: string) => first.find(order => order.id === orderId)?.number ?? orderId
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t(`ask.${act}`, { count: first.length })}
      text={t(`says.${act}`, { count: first.length, rest: chosen.length - first.length })}
      closeLabel={t('close')}
    >
      {many.data ? (
        <ul className="border-t border-line" aria-label={t('results')}>
          {many.data.outcomes.map(({ id, refusal }) => (
            <li key={id} className="flex justify-between gap-4 border-b border-line py-2">
              <span className="figures font-semibold">{numberOf(id)}</span>
              <span className={refusal ? 'text-rust' : 'text-celadon'}>
                {refusal ? (refusal === 'unexpected' ? t('unexpected') : refusalOf(refusal)) : t('done')}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="figures break-words text-ink-2">{first.map(order => order.number).join(', ')}</p>
          {act === 'cancel' && (
            <TextArea
              className="mt-4"
              label={t('reason')}
              hint={t('reasonHint')}
              maxLength={500}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
          {many.error && (
            <Callout tone="bad" role="alert" className="mt-4">
              {errors(wordsKeyOf(many.error))}
            </Callout>
          )}
          <div className="mt-5 flex flex-wrap gap-2.5">
            <Button size="small" aria-disabled={!ready || many.isPending} onClick={run}>
              {many.isPending ? t('working') : t(`do.${act}`, { count: first.length })}
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

type Many = { orders: { orderId: string; seenVersion: number; cancellationId: string }[]; reason: string }

const useMany = (act: Act) => {
  const api = useTRPC()
  const confirm = useMutation(api.admin.order.confirmMany.mutationOptions())
  const retry = useMutation(api.admin.order.retryMany.mutationOptions())
  const cancel = useMutation(api.admin.order.cancelMany.mutationOptions())
  const many = { confirm, retry, cancel }[act]
  const start = ({ orders, reason }: Many) => {
    if (act === 'cancel') cancel.mutate({ orders, reason })
    else if (act === 'retry') retry.mutate({ orderIds: orders.map(({ orderId }) => orderId) })
    else confirm.mutate({ orders: orders.map(({ orderId, seenVersion }) => ({ orderId, seenVersion })) })
  }
  return { many, start }
}
