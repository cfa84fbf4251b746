import { type AlertRuleId, unitOf } from '@makegood/core/alert/alert-rules'
import { useFormatter, useTranslations } from 'next-intl'

/** A measured value as people say it: a part in percent, a time in seconds, a count with its separators. */
export const useAlertValue = () => {
  const t = useTranslations('adminAlerts')
  const format = useFormatter()
  return (id: AlertRuleId, value: number): string => {
    const unit = unitOf(id)
    if (unit === 'part') return format.number(value, { style: 'percent', maximumFractionDigits: 1 })
    const number = format.number(value, { maximumFractionDigits: 1 })
    return unit === 'seconds' ? t('seconds', { value: number }) : number
  }
}
