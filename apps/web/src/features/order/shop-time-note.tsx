'use client'

import { hasShopClock } from '@makegood/core/shop-time'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** Says once on a page whose clock its times are of: always in English, in Korean to readers whose own clock differs. */
export const ShopTimeNote = ({ as: Part = 'p', className }: { as?: 'p' | 'dd'; className?: string }) => {
  const t = useTranslations('order')
  const locale = useLocale()
  const [isAbroad, setAbroad] = useState(false)
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    setAbroad(!hasShopClock(timeZone, new Date()))
  }, [])
  if (locale === 'ko' && !isAbroad) return null
  return <Part className={`text-sm text-ink-2 ${className ?? ''}`}>{t('shopTime')}</Part>
}
