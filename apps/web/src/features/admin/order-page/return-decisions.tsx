'use client'

import { newId } from '@makegood/core/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { ActDialog } from './act-dialog'
import type { OrderStoryView } from './build-timeline'
import { isAskedFor } from './is-asked-for'
import { UnitsField } from './units-field'
import { useBeginsLater } from './use-begins-later'
import { useReadAgain } from './use-read-again'
import { useSeenOrder } from './use-seen-order'

type Return = OperatorOrderView['returns'][number]
type Decision = 'accept' | 'acceptWithoutGoods' | 'reject' | 'receive'

/** Accepting is of the order as it was seen: what was lost may have been delivered meanwhile. */
const accepts: readonly Decision[] = ['accept', 'acceptWithoutGoods']

const decisionsOf: Partial<Record<Return['status'], readonly Decision[]>> = {
  REQUESTED: ['accept', 'acceptWithoutGoods', 'reject'],
  ACCEPTED: ['receive'],
  PICKED_UP: ['receive'],
}

type Props = Pick<OrderStoryView, 'approvals'> & { order: OperatorOrderView; request: Return }

/** What is to be decided of an order's open return. */
export const ReturnDecisions = ({ order, request, approvals }: Props) => {
  const t = useTranslations('adminOrder.returns')
  const errorOf = useErrorWords()
  const statuses = useTranslations('admin.returns.statuses')
  const [open, setOpen] = useState<Decision | null>(null)
  const decisions = request.withoutGoods && request.status === 'ACCEPTED' ? [] : (decisionsOf[request.status] ?? [])
  // What is being decided stays open while somebody else decides it: nothing that was typed is lost.
  if (decisions.length === 0 && !open) return null
  const title =
    decisions.length === 0 ? statuses(request.status) : t(request.status === 'REQUESTED' ? 'toDecide' : 'toReceive')
  return (
    <section aria-label={title} className="mb-6 rounded-sm border border-line bg-paper p-4">
      <p className="font-semibold">{title}</p>
      <p>{request.lines.map(line => `${line.name} × ${line.quantity}`).join(', ')}</p>
      {request.note && <p className="break-words text-ink-2">{request.note}</p>}
      <div className="mt-3 flex flex-wrap gap-2.5">
        {decisions.map(name => (
          <GuardedButton
            key={name}
            permission={name === 'receive' ? 'return.receive' : 'return.decide'}
            refusal={isAskedFor(approvals, request) ? errorOf('approval-waiting') : null}
            kind="line"
            size="small"
            onClick={() => setOpen(name)}
          >
            {t(`acts.${name}`)}
          </GuardedButton>
        ))}
      </div>
      {open && (
        <Decide
          order={order}
          request={request}
          decision={open}
          decided={!decisions.includes(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

const pollMs = 2_000

type DecideProps = {
  order: OperatorOrderView
  request: Return
  decision: Decision
  /** True where the order's page knows already that it was decided. */
  decided: boolean
  onClose: () => void
}

const Decide = ({ order, request, decision, decided, onClose }: DecideProps) => {
  const t = useTranslations('adminOrder.returns')
  const waits = useTranslations('adminOrder.refund')
  const moved = useTranslations('adminOrder.moved')
  const statuses = useTranslations('admin.returns.statuses')
  const errorOf = useErrorWords()
  const locale = useLocale()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const returnId = request.id
  const reading = useQuery({
    ...api.admin.return.get.queryOptions({ returnId, locale }),
    staleTime: 0,
    refetchInterval: pollMs,
  })
  const options = { onSettled, onSuccess: onClose }
  const begins = useBeginsLater(order)
  const [approvalId] = useState(() => newId('approval', new Date()))
  const orAsks = {
    onSettled,
    onSuccess: ({ outcome }: { outcome: 'applied' | 'waiting' }) => {
      if (outcome === 'applied') onClose()
    },
  }
  const accept = useMutation(api.admin.return.accept.mutationOptions(orAsks))
  const receive = useMutation(api.admin.return.receive.mutationOptions(orAsks))
  const { seenVersion, movedOn } = useSeenOrder(order, accept.reset)
  const reject = useMutation(api.admin.return.reject.mutationOptions(options))
  const [restocked, setRestocked] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(request.lines.map(line => [line.variantId, line.quantity])),
  )
  const act = { accept, acceptWithoutGoods: accept, reject, receive }[decision]
  const run = (reason: string) => {
    if (decision === 'reject') reject.mutate({ returnId, reason })
    else if (decision === 'receive')
      receive.mutate({
        returnId,
        approvalId,
        note: reason,
        lines: request.lines.map(({ variantId, quantity }) => {
          const good = restocked[variantId] ?? 0
          return { variantId, restocked: good, writtenOff: quantity - good }
        }),
      })
    else accept.mutate({ returnId, approvalId, seenVersion, withoutGoods: decision === 'acceptWithoutGoods', reason })
  }
  const amount = priceText(request.refund, locale)
  const { acts, status, decidedBy, receivesAlone = true, acceptsWithoutGoodsAlone = true } = reading.data ?? {}
  const asksToGive = decision === 'acceptWithoutGoods' && !acceptsWithoutGoodsAlone
  const asksToReceive = decision === 'receive' && !receivesAlone
  const asks = asksToGive || asksToReceive
  const refusal = acts?.[decision].refusal ?? null
  const isOver = refusal === 'return-moved-on'
  const became = isOver && status ? moved('return', { status: statuses(status), by: decidedBy ?? '' }) : null
  if (accept.data?.outcome === 'waiting' || receive.data?.outcome === 'waiting')
    return (
      <Dialog open onOpenChange={onClose} title={became ?? waits('waitsTitle')} closeLabel={waits('close')}>
        <p role="status">
          {became ? errorOf('return-moved-on') : t(receive.data ? 'waitsToReceive' : 'waits', { amount })}
        </p>
      </Dialog>
    )
  return (
    <ActDialog
      title={t(`titles.${decision}`, { number: order.number })}
      consequences={acts?.[decision].consequences}
      says={[...(decision === 'reject' ? [] : begins), ...(decision === 'accept' ? [t('afterGoods')] : [])]}
      asks={asks}
      sure={t(asks ? 'askToReceive' : `acts.${decision}`)}
      withReason={decision === 'reject' || decision === 'acceptWithoutGoods' || asks}
      ready={acts !== undefined && !decided}
      pending={act.isPending}
      error={act.error ?? reading.error}
      refusal={refusal && [errorOf(refusal), became].filter(Boolean).join(' ')}
      movedOn={accepts.includes(decision) && refusal === null && !decided ? movedOn : null}
      onRun={run}
      onClose={onClose}
    >
      {asksToReceive && <p>{t('notPickedUp', { amount })}</p>}
      {asksToGive && <p>{t('waits', { amount })}</p>}
      {decision === 'receive' &&
        request.lines.map(line => (
          <UnitsField
            key={line.variantId}
            label={t('goodAgain', { name: line.name })}
            most={line.quantity}
            value={restocked[line.variantId] ?? 0}
            onChange={units => setRestocked({ ...restocked, [line.variantId]: units })}
          />
        ))}
    </ActDialog>
  )
}
