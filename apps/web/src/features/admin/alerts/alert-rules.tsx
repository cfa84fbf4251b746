import { useTranslations } from 'next-intl'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useAlertValue, useSpanText } from './use-alert-value'

/** What is watched, how it stands, from which value on an alert opens, and who is told. */
export const AlertRules = ({ rules }: { rules: Outputs['admin']['alert']['rules'] }) => {
  const t = useTranslations('adminAlerts')
  const valueText = useAlertValue()
  const spanText = useSpanText()
  const to = rules.mailTo.length > 0 ? rules.mailTo.join(', ') : t('nobody')
  return (
    <div className="mt-10">
      <PlainTable
        title={t('watched')}
        columns={[t('columns.rule'), t('columns.now'), t('columns.threshold')]}
        rows={rules.rules.map(({ rule, value, threshold }) => ({
          key: rule,
          cells: [
            t(`rules.${rule}`),
            value === null ? t('tooFew') : valueText(rule, value),
            `> ${valueText(rule, threshold)}`,
          ],
        }))}
      />
      <p className="mt-2 break-words text-ink-2">
        {t('window', { window: spanText(rules.windowSeconds), count: rules.samplesMin, to })}
        {rules.lastEvaluatedAt && (
          <>
            {' · '}
            {t('evaluated')}: <Moment at={rules.lastEvaluatedAt} />
          </>
        )}
      </p>
    </div>
  )
}
