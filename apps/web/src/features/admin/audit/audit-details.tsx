import { type DetailValue, describeDetails } from '@makegood/core/audit/describe-details'
import type { AuditRow } from '@makegood/core/audit/views'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { priceText } from '@/lib/price-text'
import { Moment } from '../moment'
import { OnDemand } from '../on-demand'
import { useWordsOr } from '../use-words-or'
import { useDetailWords } from './use-detail-words'

/** What an entry says besides who, what and why, in words; exactly as it was recorded on demand. */
export const AuditDetails = ({ details }: Pick<AuditRow, 'details'>) => {
  const t = useTranslations('adminAudit')
  const fieldOf = useWordsOr('adminAudit.fields')
  const lines = describeDetails(details)
  if (lines.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-link">{t('details')}</summary>
      <dl className="max-w-80">
        {Object.entries(lines).map(([place, { field, value, before }]) => (
          <div key={place} className="border-b border-line py-1 last:border-b-0">
            <dt className="text-xs text-ink-2">{fieldOf(field)}</dt>
            <dd className="break-words">
              {before !== undefined && (
                <>
                  <Value field={field} value={before} />
                  {' → '}
                </>
              )}
              <Value field={field} value={value ?? null} />
            </dd>
          </div>
        ))}
      </dl>
      <OnDemand title={t('recorded')} value={details} />
    </details>
  )
}

/** Ids and names of the shop's own making are written as such. */
const isCode = /^(?:[a-z]{3}_[0-9a-z]+|[a-z-]+:[a-z]+_\w+)$/

const Value = ({ field, value }: { field: string; value: DetailValue | null }): ReactNode => {
  const t = useTranslations('adminAudit')
  const locale = useLocale()
  const wordsOf = useDetailWords()
  if (value === null) return t('nothing')
  if (value.kind === 'flag') return t(value.is ? 'yes' : 'no')
  if (value.kind === 'moment') return <Moment at={value.text} />
  if (value.kind === 'money') return <span className="figures">{priceText(value.amount, locale)}</span>
  return isCode.test(value.text) ? (
    <code className="break-all font-mono text-xs">{value.text}</code>
  ) : (
    wordsOf(field, value.text)
  )
}
