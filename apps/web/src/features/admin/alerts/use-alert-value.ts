import { type AlertRuleId, unitOf } from '@makegood/core/alert/alert-rules'
import { useFormatter } from 'next-intl'

const minute = 60

/** A span of seconds as people say it: `30 seconds`, `10 minutes`. */
export const useSpanText = () => {
  const format = useFormatter()
  return (seconds: number): string => {
    const [value, unit] = seconds < 2 * minute ? [seconds, 'second'] : [seconds / minute, 'minute']
    return format.number(value, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 })
  }
}

/** A measured value as people say it: a part in percent, a time in its unit, a count with its separators. */
export const useAlertValue = () => {
  const format = useFormatter()
  const spanText = useSpanText()
  return (id: AlertRuleId, value: number): string => {
    const unit = unitOf(id)
    if (unit === 'part') return format.number(value, { style: 'percent', maximumFractionDigits: 1 })
    return unit === 'seconds' ? spanText(value) : format.number(value, { maximumFractionDigits: 1 })
  }
}
