'use client'

import { shopTimeZone } from '@makegood/core/shop-time'
import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { type DateStyle, dateText } from '@/lib/date-text'

const neverChanges = () => () => undefined

/** Says moments in the zone of whoever looks; the server, which does not know it, says them in the shop's. */
export const useMomentText = (): ((at: string | Date, style?: DateStyle) => string) => {
  const locale = useLocale()
  const zone = useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => shopTimeZone,
  )
  return (at, style = 'tableMoment') => dateText(at, style, locale, zone)
}
