'use client'

import { newId } from '@makegood/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import type { OperatorOrderView } from '../operator-view'
import { useErrorWords } from '../use-error-words'
import { useWordsOr } from '../use-words-or'
import { ActDialog } from './act-dialog'
import { useReadAgain } from './use-read-again'

type PauseProps = { order: OperatorOrderView; refusal: string | null; onClose: () => void }

export const PauseOrder = ({ order, refusal, onClose }: PauseProps) => {
  const t = useTranslations('adminOrder.pause')
  const errorOf = useErrorWords()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const [pauseId] = useState(() => newId('pause', new Date()))
  const pause = useMutation(api.admin.order.pause.mutationOptions({ onSettled, onSuccess: onClose }))
  return (
    <ActDialog
      title={t('pauseTitle', { number: order.number })}
      says={[t('stops'), t('finishes'), t('stays'), t('limits'), t('not')]}
      sure={t('pauseSure', { number: order.number })}
      withReason
      pending={pause.isPending}
      error={pause.error}
      onRun={reason => pause.mutate({ orderId: order.id, pauseId, reason })}
      refusal={refusal && errorOf(refusal)}
      onClose={onClose}
    />
  )
}

type ResumeProps = { order: OperatorOrderView; pauseId: string; onClose: () => void }

/** Ends the pause that was seen when it was opened. */
export const ResumeOrder = ({ order, pauseId, onClose }: ResumeProps) => {
  const t = useTranslations('adminOrder.pause')
  const nameOf = useWordsOr('admin.sagaNames')
  const format = useFormatter()
  const api = useTRPC()
  const onSettled = useReadAgain()
  const resume = useMutation(api.admin.order.resume.mutationOptions({ onSettled, onSuccess: onClose }))
  const waiting = order.sagas.filter(({ status }) => status === 'RUNNING').map(({ name }) => nameOf(name))
  return (
    <ActDialog
      title={t('resumeTitle', { number: order.number })}
      says={[waiting.length > 0 ? t('goesOn', { sagas: format.list(waiting) }) : t('nothingWaits'), t('limitsAgain')]}
      sure={t('resumeSure', { number: order.number })}
      pending={resume.isPending}
      error={resume.error}
      onRun={() => resume.mutate({ orderId: order.id, pauseId })}
      onClose={onClose}
    />
  )
}
