'use client'

import { newId } from '@makegood/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { ActDialog } from './act-dialog'
import { useBeginsLater } from './use-begins-later'
import { useReadAgain } from './use-read-again'
import { useSeenOrder } from './use-seen-order'

/** `refusal`: the code with which the act would be refused by now. */
type Props = { order: OperatorOrderView; refusal: string | null; onClose: () => void }

export const ConfirmOrder = ({ order, refusal, onClose }: Props) => {
  const t = useTranslations('adminOrder.acts')
  const errorOf = useErrorWords()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const confirm = useMutation(api.admin.order.confirm.mutationOptions({ onSettled, onSuccess: onClose }))
  const { seenVersion, movedOn } = useSeenOrder(order, confirm.reset)
  return (
    <ActDialog
      title={t('confirmTitle', { number: order.number })}
      consequences={order.acts.confirm.consequences}
      sure={t('confirmSure', { number: order.number })}
      pending={confirm.isPending}
      error={confirm.error}
      onRun={() => confirm.mutate({ orderId: order.id, seenVersion })}
      refusal={refusal && errorOf(refusal)}
      movedOn={movedOn}
      onClose={onClose}
    />
  )
}

export const CancelOrder = ({ order, refusal, onClose }: Props) => {
  const t = useTranslations('adminOrder.acts')
  const errorOf = useErrorWords()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const begins = useBeginsLater(order)
  const [cancellationId] = useState(() => newId('cancellation', new Date()))
  const cancel = useMutation(api.admin.order.cancel.mutationOptions({ onSettled, onSuccess: onClose }))
  const { seenVersion, movedOn } = useSeenOrder(order, cancel.reset)
  return (
    <ActDialog
      title={t('cancelTitle', { number: order.number })}
      says={order.status === 'PREPARING' ? [...begins, t('cancelAsks')] : begins}
      consequences={order.acts.cancel.consequences}
      sure={t('cancelSure', { number: order.number })}
      withReason
      pending={cancel.isPending}
      error={cancel.error}
      onRun={reason => cancel.mutate({ orderId: order.id, seenVersion, cancellationId, reason })}
      refusal={refusal && errorOf(refusal)}
      movedOn={movedOn}
      onClose={onClose}
    />
  )
}

export const HandOver = ({ order, refusal, onClose }: Props) => {
  const t = useTranslations('adminOrder.acts')
  const errorOf = useErrorWords()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const handOver = useMutation(api.admin.order.handOver.mutationOptions({ onSettled, onSuccess: onClose }))
  const { seenVersion, movedOn } = useSeenOrder(order, handOver.reset)
  return (
    <ActDialog
      title={t('handOverTitle', { number: order.number })}
      says={[t('handOverSays'), t('handOverTells')]}
      sure={t('handOverSure', { number: order.number })}
      withReason
      pending={handOver.isPending}
      error={handOver.error}
      onRun={reason => handOver.mutate({ orderId: order.id, seenVersion, reason })}
      refusal={refusal && errorOf(refusal)}
      movedOn={movedOn}
      onClose={onClose}
    />
  )
}
