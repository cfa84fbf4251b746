'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Moment } from '../moment'
import type { OperatorOrderView } from '../operator-view'

/** That an order stands paused: by whom, since when and why, and what that means for what is done here. */
export const PauseNote = ({ pause }: Pick<OperatorOrderView, 'pause'>) => {
  const t = useTranslations('adminOrder.pause')
  if (!pause) return null
  return (
    <Callout role="status" className="mb-5" title={t('title')}>
      <p className="break-words">
        {t('by', { by: pause.by })} · <Moment at={pause.pausedAt} /> · {pause.reason}
      </p>
      <p>{t('waits')}</p>
    </Callout>
  )
}
