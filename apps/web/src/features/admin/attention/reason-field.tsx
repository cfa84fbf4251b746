'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'

const reasonCharsMax = 500

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
