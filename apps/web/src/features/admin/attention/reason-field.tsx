'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'

const reasonCharsMax = 500
const reasonCharsMin = 3

/** True where a reason says something: somebody will ask. */
export const isReason = (reason: string): boolean => reason.trim().length >= reasonCharsMin

/** Why an operator does it; stays in the audit log with the name. */
export const ReasonField = ({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) => {
  const t = useTranslations('adminAttention.bulk')
  return (
    <Field
      label={t('reason')}
      hint={t('reasonHint')}
      value={reason}
      maxLength={reasonCharsMax}
      onChange={event => onChange(event.target.value)}
    />
  )
}
