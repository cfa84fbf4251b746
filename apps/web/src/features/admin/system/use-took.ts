'use client'

import { useFormatter, useTranslations } from 'next-intl'

/** How long something has taken or been there. */
export const useTook = () => {
  const t = useTranslations('adminSystem.took')
  const format = useFormatter()
  const number = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })
  return (ms: number): string => {
    if (ms < 1000) return t('ms', { value: number(ms) })
    if (ms < 60_000) return t('s', { value: number(ms / 1000) })
    if (ms < 3_600_000) return t('min', { value: number(ms / 60_000) })
    if (ms < 86_400_000) return t('h', { value: number(ms / 3_600_000) })
    return t('d', { value: number(ms / 86_400_000) })
  }
}
