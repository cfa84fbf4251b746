'use client'

import { newId } from '@makegood/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { ConsequenceList } from '@/features/admin/consequence-list'
import { GuardedButton } from '@/features/admin/guarded-button'
import { isAskedFor } from '@/features/admin/order-page/is-asked-for'
import { MovedOn } from '@/features/admin/order-page/moved-on'
import { useErrorWords } from '@/features/admin/use-error-words'
import { useWordsOr } from '@/features/admin/use-words-or'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

type Return = Outputs['admin']['return']['get']
type Act = keyof Return['acts']

const acts: readonly Act[] = ['accept', 'acceptWithoutGoods', 'receive', 'reject']
const permissions = {
  accept: 'return.decide',
  acceptWithoutGoods: 'return.decide',
  reject: 'return.decide',
  receive: 'return.receive',
} as const

/** What can be done with a return now; each says what it will do before it is done. */
export const ReturnActs = ({ request, onDone }: { request: Return; onDone: () => Promise<unknown> }) => {
  const t = useTranslations('adminBoards.returns')
  const errorOf = useErrorWords()
  const [open, setOpen] = useState<Act | null>(null)
  const possible = acts.filter(act => request.acts[act].refusal !== 'return-moved-on')
  // What is being decided stays open while somebody else decides it: nothing that was typed is lost.
  if (possible.length === 0 && !open) return <p className="text-ink-2">{t('nothingToDo')}</p>
  return (
    <div>
      <div className="flex flex-wrap gap-2.5">
        {possible.map(act => (
          <GuardedButton
            key={act}
            permission={permissions[act]}
            refusal={isAskedFor(request.approvals, request) ? errorOf('approval-waiting') : null}
            size="small"
            kind={act === open ? 'primary' : 'line'}
            aria-expanded={act === open}
            onClick={() => setOpen(act === open ? null : act)}
          >
            {t(`acts.${act}`)}
          </GuardedButton>
        ))}
      </div>
      {open && (
        <ActForm
          key={open}
          act={open}
          request={request}
          onClose={() => setOpen(null)}
          onDone={async () => {
            setOpen(null)
            await onDone()
          }}
        />
      )}
    </div>
  )
}

type FormProps = { act: Act; request: Return; onClose: () => void; onDone: () => Promise<unknown> }

const ActForm = ({ act, request, onClose, onDone }: FormProps) => {
  const t = useTranslations('adminBoards.returns')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const waits = useTranslations('adminOrder')
  const statuses = useTranslations('admin.returns.statuses')
  const statusOf = useWordsOr('order.statuses')
  const locale = useLocale()
  const [approvalId] = useState(() => newId('approval', new Date()))
  const [seenVersion, setSeen] = useState(request.order.version)
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const [back, setBack] = useState(() => new Map(request.lines.map(line => [line.variantId, line.quantity])))
  const onSettled = () => client.invalidateQueries({ queryKey: api.admin.return.pathKey() })
  const orAsks = {
    onSettled,
    onSuccess: async ({ outcome }: { outcome: 'applied' | 'waiting' }) => {
      if (outcome === 'applied') await onDone()
    },
  }
  const accept = useMutation(api.admin.return.accept.mutationOptions(orAsks))
  const reject = useMutation(api.admin.return.reject.mutationOptions({ onSettled, onSuccess: onDone }))
  const receive = useMutation(api.admin.return.receive.mutationOptions(orAsks))
  const doing = accept.isPending || reject.isPending || receive.isPending
  const error = accept.error ?? reject.error ?? receive.error
  const { refusal, consequences } = request.acts[act]
  const isAccept = act === 'accept' || act === 'acceptWithoutGoods'
  const asksToReceive = act === 'receive' && !request.receivesAlone
  const asksToGive = act === 'acceptWithoutGoods' && !request.acceptsWithoutGoodsAlone
  const asks = asksToReceive || asksToGive
  const needsReason = act === 'reject' || act === 'acceptWithoutGoods' || asks
  const movedOn = !doing && refusal === null && isAccept && request.order.version !== seenVersion
  const noReason = needsReason && reason.trim().length < 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (doing || noReason || movedOn || refusal !== null) return
    const returnId = request.id
    if (act === 'reject') reject.mutate({ returnId, reason })
    else if (act === 'receive')
      receive.mutate({
        returnId,
        approvalId,
        note: reason,
        lines: request.lines.map(({ variantId, quantity }) => {
          const restocked = back.get(variantId) ?? 0
          return { variantId, restocked, writtenOff: quantity - restocked }
        }),
      })
    else accept.mutate({ returnId, approvalId, seenVersion, reason, withoutGoods: act === 'acceptWithoutGoods' })
  }
  const amount = priceText(request.refund, locale)
  const became =
    refusal === 'return-moved-on'
      ? waits('moved.return', { status: statuses(request.status), by: request.decidedBy ?? '' })
      : null
  if (accept.data?.outcome === 'waiting' || receive.data?.outcome === 'waiting')
    return (
      <Callout role="status" className="mt-4" title={became ?? waits('refund.waitsTitle')}>
        {became
          ? errors('return-moved-on')
          : waits(receive.data ? 'returns.waitsToReceive' : 'returns.waits', { amount })}
      </Callout>
    )
  return (
    <form noValidate onSubmit={submit} className="mt-4 grid max-w-xl gap-3 border-t border-line pt-4">
      <div>
        <p className="font-semibold">{waits(`returns.titles.${act}`, { number: request.order.number })}</p>
        <p className="font-medium">{asks ? waits('act.willOnceAgreed') : t('will')}</p>
        <ConsequenceList consequences={consequences} />
        {act === 'accept' && <p>{waits('returns.afterGoods')}</p>}
      </div>
      {asksToReceive && <p>{waits('returns.notPickedUp', { amount })}</p>}
      {asksToGive && <p>{waits('returns.waits', { amount })}</p>}
      {act === 'receive' &&
        request.lines.map(line => {
          const restocked = back.get(line.variantId) ?? 0
          return (
            <div key={line.variantId} className="grid grid-cols-[1fr_auto] items-end gap-3">
              <Field
                label={`${line.name} · ${line.option} × ${line.quantity}: ${t('restocked')}`}
                type="number"
                min={0}
                max={line.quantity}
                value={restocked}
                onChange={event => {
                  const units = Math.min(line.quantity, Math.max(0, Math.trunc(Number(event.target.value)) || 0))
                  setBack(new Map(back).set(line.variantId, units))
                }}
              />
              <p className="figures pb-3">
                {t('writtenOff')}: {line.quantity - restocked}
              </p>
            </div>
          )
        })}
      <Field
        label={needsReason ? t('why') : t('noteOptional')}
        maxLength={500}
        value={reason}
        error={checked && noReason ? t('reasonNeeded') : undefined}
        onChange={event => setReason(event.target.value)}
      />
      {movedOn && (
        <MovedOn
          onLook={() => {
            setSeen(request.order.version)
            accept.reset()
          }}
        >
          <p>{statusOf(request.order.status)}</p>
        </MovedOn>
      )}
      {refusal && !doing && <Callout title={became ?? undefined}>{errors(refusal)}</Callout>}
      {error && !movedOn && (
        <Callout tone="bad" role="alert" title={t('failed')}>
          {errors(wordsKeyOf(error))}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2.5">
        <GuardedButton
          permission={permissions[act]}
          type="submit"
          size="small"
          aria-disabled={doing || refusal !== null || movedOn || undefined}
        >
          {doing ? t('doing') : waits(asks ? 'returns.askToReceive' : `returns.acts.${act}`)}
        </GuardedButton>
        <Button kind="line" size="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
