'use client'

import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/ui/text-area'

type Props = { reason: string; onChange: (reason: string) => void }

/** Why something is done with one order or with many, in the dialog that asks; it stays in the audit log with the name. */
export const ReasonArea = ({ reason, onChange }: Props) => {
  const t = useTranslations('adminOrder.act')
  return (
    <TextArea
      className="mt-4"
      label={t('reason')}
      hint={t('reasonHint')}
      maxLength={500}
      value={reason}
      onChange={event => onChange(event.target.value)}
    />
  )
}
