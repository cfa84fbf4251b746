'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useWordsOr } from '../use-words-or'

/** The ledger of a wallet, entry by entry: what came and went, for which order, and what was there after it. */
export const CustomerLedger = ({ userId }: { userId: string }) => {
  const t = useTranslations('adminCustomers')
  const errors = useTranslations('errors')
  const kindOf = useWordsOr('adminCustomers.entryKinds')
  const locale = useLocale()
  const api = useTRPC()
  const reading = useInfiniteQuery(
    api.admin.customer.listLedger.infiniteQueryOptions(
      { userId },
      { getNextPageParam: page => page.nextCursor ?? undefined, staleTime: 0 },
    ),
  )
  const entries = reading.data?.pages.flatMap(page => page.entries) ?? []
  return (
    <div className="mt-3">
      {reading.error && (
        <Callout tone="bad" role="alert" className="mb-3" title={t('ledgerUnread')}>
          {errors(wordsKeyOf(reading.error))}
        </Callout>
      )}
      <PlainTable
        title={t('ledger')}
        columns={[t('columns.at'), t('columns.kind'), t('columns.amount'), t('columns.after'), t('columns.order')]}
        rows={entries.map(({ version, at, kind, amount, balanceAfter, orderId, orderNumber }) => ({
          key: String(version),
          cells: [
            <Moment key="at" at={at} />,
            kindOf(kind),
            <span key="amount" className="figures">
              {priceText(amount, locale)}
            </span>,
            <span key="after" className="figures">
              {priceText(balanceAfter, locale)}
            </span>,
            orderId ? (
              <Link key="order" href={`/admin/orders/${orderId}`} className="in-text figures text-link">
                {orderNumber}
              </Link>
            ) : (
              '–'
            ),
          ],
        }))}
      />
      {reading.hasNextPage && (
        <Button
          kind="line"
          size="small"
          className="mt-3"
          aria-disabled={reading.isFetchingNextPage}
          onClick={() => reading.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </div>
  )
}
