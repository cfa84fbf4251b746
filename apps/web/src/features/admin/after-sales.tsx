'use client'

import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { PlainTable } from './plain-table'
import { useWordsOr } from './use-words-or'

/** What came after the order was placed: parcels, cancellations, returns, and the money that goes back. */
export const AfterSales = ({ order }: { order: OperatorOrderView }) => (
  <>
    <Shipments shipments={order.shipments} />
    <Cancellations cancellations={order.cancellations} />
    <Returns returns={order.returns} />
    <Refunds refunds={order.refunds} />
  </>
)

const Shipments = ({ shipments }: Pick<OperatorOrderView, 'shipments'>) => {
  const t = useTranslations('admin.shipments')
  const admin = useTranslations('admin')
  return (
    <PlainTable
      narrow
      title={t('title')}
      columns={[admin('state'), t('tracking'), t('registered')]}
      rows={shipments.map(shipment => ({
        key: shipment.shipmentRef,
        cells: [
          `${t(`kinds.${shipment.kind}`)} · ${t(`statuses.${shipment.status}`)}`,
          <a key="link" href={shipment.trackingUrl} target="_blank" rel="noreferrer" className="figures text-link">
            {shipment.carrier} {shipment.trackingNo}
          </a>,
          <Moment key="at" at={shipment.registeredAt} />,
        ],
      }))}
    />
  )
}

const Cancellations = ({ cancellations }: Pick<OperatorOrderView, 'cancellations'>) => {
  const t = useTranslations('admin.cancellations')
  const admin = useTranslations('admin')
  const moverOf = useWordsOr('admin.movers')
  const reasonOf = useWordsOr('admin.reasons')
  const causeOf = useWordsOr('admin.causes')
  const locale = useLocale()
  return (
    <PlainTable
      narrow
      title={t('title')}
      columns={[admin('state'), t('by'), t('why'), t('fee'), t('asked')]}
      rows={cancellations.map(cancellation => ({
        key: cancellation.id,
        cells: [
          cancellation.refusal
            ? `${t(`states.${cancellation.state}`)} (${causeOf(cancellation.refusal)})`
            : t(`states.${cancellation.state}`),
          moverOf(cancellation.by),
          [reasonOf(cancellation.reason), cancellation.note].filter(Boolean).join(' · '),
          priceText(cancellation.fee, locale),
          <Moment key="at" at={cancellation.requestedAt} />,
        ],
      }))}
    />
  )
}

const Returns = ({ returns }: Pick<OperatorOrderView, 'returns'>) => {
  const t = useTranslations('admin.returns')
  const admin = useTranslations('admin')
  const reasonOf = useWordsOr('order.giveBack.reasons')
  const locale = useLocale()
  return (
    <PlainTable
      narrow
      title={t('title')}
      columns={[admin('state'), t('units'), t('why'), t('refund'), t('asked')]}
      rows={returns.map(request => ({
        key: request.id,
        cells: [
          t(`statuses.${request.status}`),
          request.lines.map(line => `${line.name} × ${line.quantity}`).join(', '),
          [reasonOf(request.reason), request.note].filter(Boolean).join(' · '),
          priceText(request.refund, locale),
          <Moment key="at" at={request.requestedAt} />,
        ],
      }))}
    />
  )
}

const Refunds = ({ refunds }: Pick<OperatorOrderView, 'refunds'>) => {
  const t = useTranslations('admin.refunds')
  const admin = useTranslations('admin')
  const locale = useLocale()
  return (
    <PlainTable
      narrow
      title={t('title')}
      columns={[admin('state'), t('amount'), t('leg'), t('why'), t('done')]}
      rows={refunds.map(refund => ({
        key: refund.id,
        cells: [
          t(`states.${refund.state}`),
          <span key="amount" className="figures">
            {priceText(refund.amount, locale)}
          </span>,
          t(`legs.${refund.leg}`),
          t(`sources.${refund.source}`),
          refund.doneAt ? <Moment key="at" at={refund.doneAt} /> : '',
        ],
      }))}
    />
  )
}
