'use client'

import { useFormatter, useTranslations } from 'next-intl'

/** A time that something took, in the unit that tells it best. */
export const useDuration = () => {
  const t = useTranslations('adminToday.duration')
  const format = useFormatter()
  const number = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })
  return (ms: number): string => {
    if (ms < 1000) return t('ms', { value: number(ms) })
    if (ms < 60_000) return t('s', { value: number(ms / 1000) })
    if (ms < 3_600_000) return t('min', { value: number(ms / 60_000) })
    return t('h', { value: number(ms / 3_600_000) })
  }
}
