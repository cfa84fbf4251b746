import { returnStatuses } from '@makegood/core/return/return-reasons'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Since } from '@/features/admin/attention/since'
import { BoardPages } from '@/features/admin/boards/board-pages'
import { OrderLink } from '@/features/admin/boards/order-link'
import { StateTabs } from '@/features/admin/boards/state-tabs'
import { PlainTable } from '@/features/admin/plain-table'
import { requireOperator } from '@/features/admin/require-operator'
import { Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { priceText } from '@/lib/price-text'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminBoards.returns'))('title'))

export default async function ReturnsPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminBoards.returns')
  const board = await getTranslations('adminBoards')
  const words = await getTranslations('admin.returns')
  const reasons = await getTranslations('order.giveBack.reasons')
  const locale = await getLocale()
  const asked = await searchParams
  const status = returnStatuses.find(known => known === asked.status) ?? 'REQUESTED'
  const cursor = typeof asked.cursor === 'string' && /^ret_\w{26}$/.test(asked.cursor) ? asked.cursor : undefined
  const api = await getApi()
  const { returns, nextCursor, counts } = await readOrStop(
    api.admin.return.list.query({ status, ...(cursor ? { cursor } : {}) }),
  )
  const address = `/admin/returns?status=${status}`
  return (
    <>
      <h1 className="py-4 text-head">{t('title')}</h1>
      <StateTabs
        label={board('state')}
        current={status}
        tabs={returnStatuses.map(name => ({
          name,
          words: words(`statuses.${name}`),
          href: `/admin/returns?status=${name}`,
          count: counts[name],
        }))}
      />
      {returns.length === 0 ? (
        <p className="py-10 text-base">{board('none')}</p>
      ) : (
        <PlainTable
          title={t('title')}
          quiet
          columns={[t('one'), board('order'), board('recipient'), t('units'), t('reason'), t('refund'), t('asked')]}
          rows={returns.map(request => ({
            key: request.id,
            cells: [
              <Link
                key="open"
                href={`/admin/returns/${request.id}`}
                className="inline-flex min-h-11 items-center font-semibold text-link"
              >
                {t('open')}
                <span className="sr-only"> {board('orderNumber', { number: request.order.number })}</span>
              </Link>,
              <OrderLink key="order" id={request.order.id} number={request.order.number} />,
              request.order.recipient,
              <span key="units" className="figures">
                {request.units}
              </span>,
              reasons.has(request.reason as Parameters<typeof reasons.has>[0])
                ? reasons(request.reason as Parameters<typeof reasons>[0])
                : request.reason,
              <span key="refund" className="figures">
                {priceText(request.refund, locale)}
              </span>,
              <Since key="asked" at={request.requestedAt} />,
            ],
          }))}
        />
      )}
      <BoardPages first={cursor ? address : null} next={nextCursor ? `${address}&cursor=${nextCursor}` : null} />
    </>
  )
}
