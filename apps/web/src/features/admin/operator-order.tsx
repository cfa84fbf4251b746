'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { AfterSales } from './after-sales'
import { AttentionMark } from './attention-mark'
import { BackLink } from './back-link'
import { IncidentList } from './incident-list'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { OrderFacts } from './order-facts'
import type { OrderStoryView } from './order-page/build-timeline'
import { CancellationNote } from './order-page/cancellation-note'
import { CompareOrder } from './order-page/compare-order'
import { MoneyMark } from './order-page/money-mark'
import { MoneySummary } from './order-page/money-summary'
import { NewNote } from './order-page/new-note'
import { OrderActs } from './order-page/order-acts'
import { OrderTimeline } from './order-page/order-timeline'
import { OtherOperators } from './order-page/other-operators'
import { PauseNote } from './order-page/pause-note'
import { ReturnDecisions } from './order-page/return-decisions'
import { ToConfirmNote } from './order-page/to-confirm-note'
import { WaitingApprovals } from './order-page/waiting-approvals'
import { PaymentsTable } from './payments-table'
import { StatusMark } from './status-mark'

const pollMs = 2_000

type Props = { orderId: string; first: OperatorOrderView; firstStory: OrderStoryView; traceUrl: string | null }

/** An order with everything that was done for it and can be done now, read again every two seconds. */
export const OperatorOrder = ({ orderId, first, firstStory, traceUrl }: Props) => {
  const t = useTranslations('admin')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.order.get.queryOptions({ orderId, locale }),
    initialData: first,
    refetchInterval: pollMs,
  })
  const story = useQuery({
    ...api.admin.order.story.queryOptions({ orderId }),
    initialData: firstStory,
    refetchInterval: pollMs,
  })
  const order = reading.data
  const wrong = reading.error ?? story.error
  return (
    <>
      <BackLink href="/admin/orders">{t('toOrders')}</BackLink>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 pb-4">
        <h1 className="figures text-head">{t('orderNumber', { number: order.number })}</h1>
        <span role="status" className="text-base">
          <StatusMark status={order.status} />
        </span>
        <MoneyMark order={order} />
        {order.needsAttention && <AttentionMark />}
        <span className="figures ml-auto text-base font-semibold">{priceText(order.total, locale)}</span>
      </div>
      <OtherOperators orderId={orderId} />
      {wrong && (
        <Callout tone="bad" role="alert" className="mb-5" title={t('stale')}>
          {errors(wordsKeyOf(wrong))} {t('asOf')} <Moment at={new Date(reading.dataUpdatedAt).toISOString()} />
        </Callout>
      )}
      <PauseNote pause={order.pause} />
      <ToConfirmNote status={order.status} pause={order.pause} />
      <WaitingApprovals approvals={story.data.approvals} />
      <CancellationNote order={order} />
      <OrderActs order={order} story={story.data} stale={wrong !== null} />
      <div className="grid gap-x-12 gap-y-9 border-t border-line pt-6 xl:grid-cols-[7fr_5fr]">
        <div className="min-w-0 space-y-9">
          <IncidentList incidents={order.incidents} shipments={order.shipments} />
          {order.returns.map(request => (
            <ReturnDecisions key={request.id} order={order} request={request} approvals={story.data.approvals} />
          ))}
          <div>
            <OrderTimeline order={order} story={story.data} traceUrl={traceUrl} />
            <NewNote orderId={orderId} />
          </div>
        </div>
        <div className="min-w-0 space-y-9">
          <OrderFacts order={order} />
          <MoneySummary order={order} />
          <CompareOrder order={order} />
          <PaymentsTable payments={order.payments} />
          <AfterSales order={order} />
        </div>
      </div>
    </>
  )
}
