'use client'

import { newId } from '@makegood/core/ids'
import { type ReturnReason, returnReasons } from '@makegood/core/return/return-reasons'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useTRPC } from '@/lib/trpc/context'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { useWordsOr } from '../use-words-or'
import { ActDialog } from './act-dialog'
import { UnitsField } from './units-field'
import { useReadAgain } from './use-read-again'
import { useSeenOrder } from './use-seen-order'

type Props = { order: OperatorOrderView; refusal: string | null; onClose: () => void }

/** A return in the shopper's name, at first of all that can be returned; it is decided like any other. */
export const RequestReturn = ({ order, refusal, onClose }: Props) => {
  const t = useTranslations('adminOrder.returns')
  const reasonOf = useWordsOr('order.giveBack.reasons')
  const api = useTRPC()
  const onSettled = useReadAgain()
  const [returnId] = useState(() => newId('return', new Date()))
  const errorOf = useErrorWords()
  const isLost = isParcelLost(order)
  const [reason, setReason] = useState<ReturnReason>(isLost ? 'never-arrived' : 'other')
  const [note, setNote] = useState('')
  const [units, setUnits] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(order.lines.map(line => [line.variantId, line.quantity - line.returned])),
  )
  const request = useMutation(api.admin.return.request.mutationOptions({ onSettled, onSuccess: onClose }))
  const { seenVersion, movedOn } = useSeenOrder(order, request.reset)
  const lines = Object.entries(units).flatMap(([variantId, quantity]) =>
    quantity > 0 ? [{ variantId, quantity }] : [],
  )
  return (
    <ActDialog
      title={t('requestTitle', { number: order.number })}
      says={isLost ? [t('requestSays'), t('lostHint')] : [t('requestSays')]}
      sure={t('requestSure')}
      ready={lines.length > 0}
      pending={request.isPending}
      error={request.error}
      refusal={refusal && errorOf(refusal)}
      movedOn={movedOn}
      onRun={() => request.mutate({ orderId: order.id, seenVersion, returnId, reason, note: note.trim(), lines })}
      onClose={onClose}
    >
      {order.lines.map(line => (
        <UnitsField
          key={line.variantId}
          label={[line.name, line.option].filter(Boolean).join(' · ')}
          most={line.quantity - line.returned}
          value={units[line.variantId] ?? 0}
          onChange={count => setUnits({ ...units, [line.variantId]: count })}
        />
      ))}
      <Select
        label={t('why')}
        value={reason}
        onChange={event => setReason(returnReasons.find(known => known === event.target.value) ?? 'other')}
        options={returnReasons.map(value => ({ value, label: reasonOf(value) }))}
      />
      <Field label={t('note')} maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
    </ActDialog>
  )
}

const isParcelLost = ({ shipments }: OperatorOrderView): boolean =>
  shipments.some(({ kind, status }) => kind === 'DELIVERY' && status === 'LOST')
