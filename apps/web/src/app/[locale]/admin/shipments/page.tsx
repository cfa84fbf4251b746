import { onTheWayDaysMax } from '@makegood/core/shipment/operator-views'
import { shipmentStatuses } from '@makegood/core/shipment/views'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Since } from '@/features/admin/attention/since'
import { BoardPages } from '@/features/admin/boards/board-pages'
import { OrderLink } from '@/features/admin/boards/order-link'
import { StateTabs } from '@/features/admin/boards/state-tabs'
import { Moment } from '@/features/admin/moment'
import { PlainTable } from '@/features/admin/plain-table'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminBoards.shipments'))('title'))

export default async function ShipmentsPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminBoards.shipments')
  const board = await getTranslations('adminBoards')
  const words = await getTranslations('admin.shipments')
  const asked = await searchParams
  const status = shipmentStatuses.find(known => known === asked.status) ?? 'REGISTERED'
  const cursor = typeof asked.cursor === 'string' && asked.cursor.length <= 100 ? asked.cursor : undefined
  const api = await getApi()
  const { shipments, nextCursor, counts, lateAfterHours } = await readOrStop(
    api.admin.shipment.list.query({ status, ...(cursor ? { cursor } : {}) }),
  )
  const wasHandedOver = status !== 'REGISTERED'
  const address = `/admin/shipments?status=${status}`
  return (
    <>
      <h1 className="py-4 text-head">{t('title')}</h1>
      <StateTabs
        label={board('state')}
        current={status}
        tabs={shipmentStatuses.map(name => ({
          name,
          words: words(`statuses.${name}`),
          href: `/admin/shipments?status=${name}`,
          count: counts[name],
        }))}
      />
      <p className="pb-2 text-ink-2">{t('explain', { hours: lateAfterHours, days: onTheWayDaysMax })}</p>
      {shipments.length === 0 ? (
        <p className="py-10 text-base">{board('none')}</p>
      ) : (
        <PlainTable
          title={t('title')}
          quiet
          columns={[
            ...[board('order'), board('recipient'), t('kind'), t('tracking'), t('since')],
            ...(wasHandedOver ? [t('handedOver')] : []),
          ]}
          rows={shipments.map(shipment => ({
            key: shipment.id,
            cells: [
              <OrderLink key="order" id={shipment.order.id} number={shipment.order.number} />,
              shipment.order.recipient,
              words(`kinds.${shipment.kind}`),
              <a
                key="tracking"
                href={shipment.trackingUrl}
                target="_blank"
                rel="noreferrer"
                className="figures text-link"
              >
                {shipment.carrier} {shipment.trackingNo}
              </a>,
              <span key="since" className="flex flex-wrap gap-x-2">
                <Since at={shipment.registeredAt} />
                {shipment.late && <span className="font-medium text-rust">{t('late')}</span>}
              </span>,
              ...(wasHandedOver
                ? [shipment.handedOverAt ? <Moment key="handed" at={shipment.handedOverAt} /> : '–']
                : []),
            ],
          }))}
        />
      )}
      <BoardPages
        first={cursor ? address : null}
        next={nextCursor ? `${address}&cursor=${encodeURIComponent(nextCursor)}` : null}
      />
    </>
  )
}
