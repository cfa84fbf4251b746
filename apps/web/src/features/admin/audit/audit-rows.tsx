import { type AuditRow, actorKinds } from '@makegood/core/audit/views'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useCodeWords } from '../use-code-words'
import { useWordsOr } from '../use-words-or'
import { AuditDetails } from './audit-details'

const columns = ['at', 'who', 'act', 'about', 'reason', 'details'] as const

export const AuditRows = ({ entries }: { entries: readonly AuditRow[] }) => {
  const t = useTranslations('adminAudit')
  const actOf = useCodeWords('adminAudit.acts')
  const reasonOf = useWordsOr('admin.reasons')
  const causeOf = useWordsOr('admin.causes')
  const whyOf = useWordsOr('order.giveBack.reasons')
  const kindOf = (kind: string) => {
    const known = actorKinds.find(one => one === kind)
    return known ? t(`kinds.${known}`) : kind
  }
  return (
    <div className="mt-6">
      <PlainTable
        quiet
        compact={{ lines: 0, bare: [0, 1, 2, 3, 5] }}
        title={t('title')}
        columns={columns.map(column => t(`columns.${column}`))}
        rows={entries.map(entry => ({
          key: entry.id,
          cells: [
            <Moment key="at" at={entry.at} />,
            <span key="who" className="break-words">
              {entry.actorName ?? entry.actorId ?? kindOf(entry.actorKind)}
              {entry.actorId && (
                <span className="block text-xs text-ink-2">{entry.actorEmail ?? kindOf(entry.actorKind)}</span>
              )}
            </span>,
            <span key="act" title={entry.action} className="max-md:font-semibold">
              {actOf(entry.action)}
            </span>,
            <About key="about" entry={entry} />,
            entry.reason && (
              <span key="reason" className="break-words">
                {whyOf(causeOf(reasonOf(entry.reason)))}
              </span>
            ),
            Object.keys(entry.details).length > 0 && <AuditDetails key="details" details={entry.details} />,
          ],
        }))}
      />
    </div>
  )
}

const About = ({ entry }: { entry: AuditRow }) => (
  <>
    {entry.orderId && (
      <Link href={`/admin/orders/${entry.orderId}`} className="figures block text-link">
        {entry.orderNumber ?? entry.orderId}
      </Link>
    )}
    <code className="block max-w-56 truncate font-mono text-xs text-ink-2" title={entry.subject}>
      {entry.subject}
    </code>
  </>
)
