import { auditActs } from '@makegood/core/audit/acts'
import { type AuditFilter, actorKinds } from '@makegood/core/audit/views'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Link } from '@/i18n/navigation'
import { useCodeWords } from '../use-code-words'

/** A plain form: it works without script, and what was asked is in the address. */
export const AuditFilters = ({ filter }: { filter: AuditFilter }) => {
  const t = useTranslations('adminAudit')
  const locale = useLocale()
  const actOf = useCodeWords('adminAudit.acts')
  // A link may ask for a whole family of acts, which is no choice of the list.
  const asked = filter.act && !auditActs.some(act => act === filter.act) ? [filter.act] : []
  const acts = [...asked, ...auditActs].map(act => ({ value: act, label: actOf(act) }))
  const kinds = actorKinds.map(kind => ({ value: kind, label: t(`kinds.${kind}`) }))
  return (
    <form
      key={JSON.stringify(filter)}
      action={locale === 'ko' ? '/admin/audit' : `/${locale}/admin/audit`}
      className="mt-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-4"
    >
      <Field
        label={t('filters.who')}
        name="who"
        className="max-lg:col-span-2"
        defaultValue={filter.who ?? ''}
        maxLength={120}
      />
      <Select
        label={t('filters.act')}
        name="act"
        className="max-lg:col-span-2"
        defaultValue={filter.act ?? ''}
        options={[{ value: '', label: t('filters.anyAct') }, ...acts]}
      />
      <Select
        label={t('filters.by')}
        name="by"
        defaultValue={filter.by ?? ''}
        options={[{ value: '', label: t('filters.everybody') }, ...kinds]}
      />
      <Field label={t('filters.about')} name="about" defaultValue={filter.about ?? ''} maxLength={120} />
      <Field
        label={t('filters.from')}
        name="from"
        type="date"
        className="max-[22rem]:col-span-2"
        defaultValue={filter.from ?? ''}
      />
      <Field
        label={t('filters.to')}
        name="to"
        type="date"
        className="max-[22rem]:col-span-2"
        defaultValue={filter.to ?? ''}
      />
      <div className="flex flex-wrap items-center gap-4 max-lg:col-span-2">
        <Button type="submit" size="medium">
          {t('filters.find')}
        </Button>
        <Link href="/admin/audit" className="inline-flex min-h-11 items-center text-link">
          {t('filters.clear')}
        </Link>
      </div>
    </form>
  )
}
