import { shopCurrency } from '@makegood/core/money/shop-currency'
import { type SettingName, settingUnitOf } from '@makegood/core/settings/views'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

/** A value as it is set, told in the unit that people count it in. */
export const useSettingText = () => {
  const t = useTranslations('adminSettings')
  const format = useFormatter()
  const locale = useLocale()
  return (name: SettingName, value: string): string => {
    if (value === '') return t('unset')
    const unit = settingUnitOf(name)
    if (unit === 'money') return priceText({ amountMinor: value, currency: shopCurrency }, locale)
    if (unit === 'part') return format.number(Number(value), { style: 'percent', maximumFractionDigits: 1 })
    if (unit === 'percent') return t('units.percent', { value })
    if (unit === 'days') return t('units.days', { value: Number(value) })
    if (unit === 'seconds') return inTime(Number(value))
    return /^\d+$/.test(value) ? format.number(Number(value)) : value
  }
  function inTime(seconds: number): string {
    if (seconds > 0 && seconds % 86_400 === 0) return t('units.days', { value: seconds / 86_400 })
    if (seconds > 0 && seconds % 3600 === 0) return t('units.hours', { value: format.number(seconds / 3600) })
    if (seconds > 0 && seconds % 60 === 0) return t('units.minutes', { value: format.number(seconds / 60) })
    return t('units.seconds', { value: format.number(seconds) })
  }
}
