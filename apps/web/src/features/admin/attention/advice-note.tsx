'use client'

import { adviseOn } from '@makegood/core/saga/incident-advice'
import { useTranslations } from 'next-intl'
import type { IncidentRowView } from './views'

/** What is usually right to do about it, in words, and why. */
export const AdviceNote = ({ incident }: { incident: Omit<IncidentRowView, 'order'> }) => {
  const t = useTranslations('adminAttention')
  const { name, act } = adviseOn(incident)
  return (
    <p className="max-w-[40.5em]">
      <span className="font-semibold">{t(`suggested.${act}`)}</span> {t(`advice.${name}`)}
    </p>
  )
}
