import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { AlertMails } from './alert-mails'
import { useAlertValue } from './use-alert-value'

export const PastAlerts = ({ page }: { page: Outputs['admin']['alert']['list'] }) => {
  const t = useTranslations('adminAlerts')
  const valueText = useAlertValue()
  const columns = ['rule', 'value', 'threshold', 'since', 'until', 'mails'] as const
  return (
    <div className="mt-10">
      <PlainTable
        title={t('closed')}
        columns={columns.map(column => t(`columns.${column}`))}
        rows={page.alerts.map(alert => ({
          key: alert.id,
          cells: [
            t(`rules.${alert.rule}`),
            valueText(alert.rule, alert.worst),
            valueText(alert.rule, alert.threshold),
            <Moment key="since" at={alert.openedAt} />,
            alert.closedAt && <Moment key="until" at={alert.closedAt} />,
            <AlertMails key="mails" mails={alert.mails} />,
          ],
        }))}
      />
      {page.alerts.length === 0 && <p className="mt-3 text-ink-2">{t('noneClosed')}</p>}
      {page.nextCursor && (
        <nav aria-label={t('pages')} className="mt-4">
          <ButtonLink
            href={`/admin/alerts?cursor=${encodeURIComponent(page.nextCursor)}`}
            rel="next"
            kind="line"
            size="small"
          >
            {t('older')}
          </ButtonLink>
        </nav>
      )}
    </div>
  )
}
