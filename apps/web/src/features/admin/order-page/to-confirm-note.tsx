'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { OperatorOrderView } from '../operator-view'

/** What a paid order waits for: an operator who looks first. */
export const ToConfirmNote = ({ status, pause }: Pick<OperatorOrderView, 'status' | 'pause'>) => {
  const t = useTranslations('adminOrder.toConfirm')
  if (status !== 'PAID' || pause) return null
  return (
    <Callout className="mb-5" title={t('title')}>
      <p>{t('waits')}</p>
    </Callout>
  )
}
