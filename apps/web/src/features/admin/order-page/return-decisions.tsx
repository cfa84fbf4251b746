'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import type { OperatorOrderView } from '../operator-view'
import { ActDialog } from './act-dialog'
import { UnitsField } from './units-field'
import { useReadAgain } from './use-read-again'

type Return = OperatorOrderView['returns'][number]
type Decision = 'accept' | 'acceptWithoutGoods' | 'reject' | 'receive'

const decisionsOf: Partial<Record<Return['status'], readonly Decision[]>> = {
  REQUESTED: ['accept', 'acceptWithoutGoods', 'reject'],
  ACCEPTED: ['receive'],
  PICKED_UP: ['receive'],
}

/** What is to be decided of an order's open return. */
export const ReturnDecisions = ({ request }: { request: Return }) => {
  const t = useTranslations('adminOrder.returns')
  const [open, setOpen] = useState<Decision | null>(null)
  const decisions = request.withoutGoods && request.status === 'ACCEPTED' ? [] : (decisionsOf[request.status] ?? [])
  if (decisions.length === 0) return null
  return (
    <section aria-label={t('toDecide')} className="mb-6 rounded-sm border border-line bg-paper p-4">
      <p className="font-semibold">{t('toDecide')}</p>
      <p>{request.lines.map(line => `${line.name} × ${line.quantity}`).join(', ')}</p>
      {request.note && <p className="break-words text-ink-2">{request.note}</p>}
      <div className="mt-3 flex flex-wrap gap-2.5">
        {decisions.map(name => (
          <GuardedButton
            key={name}
            permission={name === 'receive' ? 'return.receive' : 'return.decide'}
            kind="line"
            size="small"
            onClick={() => setOpen(name)}
          >
            {t(`acts.${name}`)}
          </GuardedButton>
        ))}
      </div>
      {open && <Decide request={request} decision={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

type DecideProps = { request: Return; decision: Decision; onClose: () => void }

const Decide = ({ request, decision, onClose }: DecideProps) => {
  const t = useTranslations('adminOrder.returns')
  const api = useTRPC()
  const onSettled = useReadAgain()
  const returnId = request.id
  const reading = useQuery({ ...api.admin.return.get.queryOptions({ returnId }), staleTime: 0 })
  const options = { onSettled, onSuccess: onClose }
  const accept = useMutation(api.admin.return.accept.mutationOptions(options))
  const reject = useMutation(api.admin.return.reject.mutationOptions(options))
  const receive = useMutation(api.admin.return.receive.mutationOptions(options))
  const [restocked, setRestocked] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(request.lines.map(line => [line.variantId, line.quantity])),
  )
  const act = { accept, acceptWithoutGoods: accept, reject, receive }[decision]
  const run = (reason: string) => {
    if (decision === 'reject') reject.mutate({ returnId, reason })
    else if (decision === 'receive')
      receive.mutate({
        returnId,
        note: reason,
        lines: request.lines.map(({ variantId, quantity }) => {
          const good = restocked[variantId] ?? 0
          return { variantId, restocked: good, writtenOff: quantity - good }
        }),
      })
    else accept.mutate({ returnId, withoutGoods: decision === 'acceptWithoutGoods', reason })
  }
  return (
    <ActDialog
      title={t(`titles.${decision}`)}
      consequences={reading.data?.acts[decision].consequences}
      sure={t(`acts.${decision}`)}
      withReason={decision === 'reject'}
      ready={reading.data?.acts[decision].refusal === null}
      pending={act.isPending}
      error={act.error ?? reading.error}
      onRun={run}
      onClose={onClose}
    >
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
