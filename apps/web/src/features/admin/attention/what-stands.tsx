'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { SagaView } from '../operator-view'
import { useStepName } from '../use-step-name'
import { sortSteps } from './sort-steps'

/** What of a saga is done and stands, what was undone, what could not be undone, and where it stopped. */
export const WhatStands = ({ saga }: { saga: SagaView }) => {
  const t = useTranslations('adminAttention.stands')
  const stepOf = useStepName()
  const format = useFormatter()
  return (
    <dl>
      {sortSteps(saga).map(({ name, stepIds }) => (
        <div key={name} className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[11rem_1fr]">
          <dt className="text-ink-2">{t(name)}</dt>
          <dd>{stepIds.length > 0 ? format.list(stepIds.map(stepOf)) : t('none')}</dd>
        </div>
      ))}
    </dl>
  )
}
