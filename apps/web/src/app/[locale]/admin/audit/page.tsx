import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { AuditFilters } from '@/features/admin/audit/audit-filters'
import { auditAddress, readAuditQuery } from '@/features/admin/audit/audit-query'
import { AuditRows } from '@/features/admin/audit/audit-rows'
import { ExportAudit } from '@/features/admin/audit/export-audit'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminAudit'))('title'))

/** Who did what, and why: every filter is in the address. */
export default async function AuditPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminAudit')
  const query = readAuditQuery(await searchParams)
  const { cursor, ...filter } = query
  const api = await getApi()
  const { entries, nextCursor } = await readOrStop(api.admin.audit.list.query(query))
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
        <h1 className="text-head">{t('title')}</h1>
        <ExportAudit filter={filter} />
      </div>
      <p className="text-ink-2">{t('intro')}</p>
      <AuditFilters filter={filter} />
      {entries.length === 0 ? <p className="py-10 text-base">{t('none')}</p> : <AuditRows entries={entries} />}
      <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3">
        {cursor && (
          <ButtonLink href={auditAddress(filter)} kind="line" size="small">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={auditAddress({ ...filter, cursor: nextCursor })} rel="next" kind="line" size="small">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </>
  )
}
