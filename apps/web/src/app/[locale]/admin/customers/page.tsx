import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { CustomerSearch } from '@/features/admin/customers/customer-search'
import { CustomersTable, GuestsTable } from '@/features/admin/customers/customers-table'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminPlaces'))('customers'))

const one = (value: string | string[] | undefined, most: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : undefined

export default async function CustomersPage({ searchParams }: Props) {
  await requireOperator()
  const [places, t, query] = await Promise.all([
    getTranslations('adminPlaces'),
    getTranslations('adminCustomers'),
    searchParams,
  ])
  const search = one(query.search, 100)
  const cursor = one(query.cursor, 120)
  const api = await getApi()
  const { customers, guests, nextCursor, hasMore } = await readOrStop(
    api.admin.customer.list.query({ ...(search ? { search } : {}), ...(cursor && !search ? { cursor } : {}) }),
  )
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
        <h1 className="text-head">{places('customers')}</h1>
        <ButtonLink href="/admin/customers/approvals" kind="line" size="small">
          {t('approvals')}
        </ButtonLink>
      </div>
      <CustomerSearch search={search ?? ''} />
      {customers.length === 0 && guests.length === 0 && <p className="py-8">{t('none')}</p>}
      <CustomersTable customers={customers} />
      <GuestsTable guests={guests} />
      {hasMore && <p className="mt-4 text-ink-2">{t('more')}</p>}
      <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3 empty:hidden">
        {cursor && (
          <ButtonLink href="/admin/customers" kind="line" size="small">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink
            href={`/admin/customers?cursor=${encodeURIComponent(nextCursor)}`}
            rel="next"
            kind="line"
            size="small"
          >
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </>
  )
}
