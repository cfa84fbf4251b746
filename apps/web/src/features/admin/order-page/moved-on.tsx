'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** Says what changed since the act was decided on; the act goes on once that was looked at, with all that was typed. */
export const MovedOn = ({ children, onLook }: { children: ReactNode; onLook: () => void }) => {
  const t = useTranslations('adminOrder.moved')
  return (
    <Callout tone="bad" role="alert" className="mt-4" title={t('title')}>
      {children}
      <p>{t('text')}</p>
      <Button kind="line" size="small" className="mt-3" onClick={onLook}>
        {t('look')}
      </Button>
    </Callout>
  )
}
