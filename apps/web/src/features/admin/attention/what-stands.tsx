'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { SagaView } from '../operator-view'
import { useStepName } from '../use-step-name'

/** What of a saga is done and stands, what was undone, and what could not be undone. */
export const WhatStands = ({ saga }: { saga: SagaView }) => {
  const t = useTranslations('adminAttention.stands')
  const stepOf = useStepName()
  const format = useFormatter()
  const groups = {
    stands: saga.steps.filter(step => step.status === 'DONE' && step.undoStatus === null),
    undone: saga.steps.filter(step => step.undoStatus === 'DONE'),
    stuck: saga.steps.filter(step => step.undoStatus === 'FAILED'),
    failed: saga.steps.filter(step => step.status === 'FAILED' || step.status === 'REFUSED'),
  }
  return (
    <dl>
      {Object.entries(groups).map(([name, steps]) => (
        <div key={name} className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[11rem_1fr]">
          <dt className="text-ink-2">{t(name as keyof typeof groups)}</dt>
          <dd>{steps.length > 0 ? format.list(steps.map(step => stepOf(step.stepId))) : t('none')}</dd>
        </div>
      ))}
    </dl>
  )
}
