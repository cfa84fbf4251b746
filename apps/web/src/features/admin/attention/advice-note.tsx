'use client'

import { adviseOn } from '@makegood/core/saga/incident-advice'
import { useTranslations } from 'next-intl'

/** What is usually right to do about it, in words, and why. */
export const AdviceNote = ({ incident }: { incident: Parameters<typeof adviseOn>[0] }) => {
  const t = useTranslations('adminAttention')
  const { name, act } = adviseOn(incident)
  return (
    <p className="max-w-[40.5em]">
      <span className="font-semibold">{t(`suggested.${act}`)}</span> {t(`advice.${name}`)}
    </p>
  )
}
