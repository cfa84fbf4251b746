'use client'

import type { Role } from '@makegood/core/user/roles'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { AfterSales } from './after-sales'
import { AttentionMark } from './attention-mark'
import { HistoryTable } from './history-table'
import { IncidentList } from './incident-list'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { OrderFacts } from './order-facts'
import { PaymentsTable } from './payments-table'
import { SagaTimeline } from './saga-timeline'
import { StatusMark } from './status-mark'

const pollMs = 2_000

type Props = { orderId: string; first: OperatorOrderView; role: Role }

/** An order with everything that was done for it. While a saga runs, it is read again every two seconds. */
export const OperatorOrder = ({ orderId, first, role }: Props) => {
  const t = useTranslations('admin')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.order.get.queryOptions({ orderId }),
    initialData: first,
    refetchInterval: query => (query.state.data?.sagas.some(saga => saga.status === 'RUNNING') ? pollMs : false),
  })
  const order = reading.data
  const running = order.sagas.some(saga => saga.status === 'RUNNING')
  return (
    <>
      <div className="pt-3">
        <Link href="/admin/orders" className="inline-flex min-h-11 items-center text-ink-2 text-link">
          {t('toOrders')}
        </Link>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 pb-4">
        <h1 className="figures text-head">{t('orderNumber', { number: order.number })}</h1>
        <span role="status" className="text-base">
          <StatusMark status={order.status} />
        </span>
        {order.needsAttention && <AttentionMark />}
        <span className="figures ml-auto text-base font-semibold">{priceText(order.total, locale)}</span>
      </div>
      {reading.error && (
        <Callout tone="bad" role="alert" className="mb-5" title={t('stale')}>
          {errors(wordsKeyOf(reading.error))} {t('asOf')} <Moment at={new Date(reading.dataUpdatedAt).toISOString()} />
        </Callout>
      )}
      <div className="grid gap-x-12 gap-y-9 border-t border-line pt-6 xl:grid-cols-[7fr_5fr]">
        <div className="min-w-0 space-y-9">
          {order.incidents.length > 0 && <IncidentList incidents={order.incidents} role={role} />}
          <section aria-labelledby="sagas">
            <div className="flex flex-wrap items-baseline gap-x-4">
              <h2 id="sagas" className="text-sub">
                {t('sagas')}
              </h2>
              {running && <span className="text-ink-2">{t('following')}</span>}
            </div>
            {order.sagas.length === 0 && <p className="mt-3 text-ink-2">{t('noSagas')}</p>}
            <div className="mt-4 space-y-7">
              {order.sagas.map(saga => (
                <SagaTimeline key={saga.id} saga={saga} />
              ))}
            </div>
          </section>
        </div>
        <div className="min-w-0 space-y-9">
          <OrderFacts order={order} />
          <PaymentsTable payments={order.payments} />
          <AfterSales order={order} />
          <HistoryTable history={order.history} />
        </div>
      </div>
    </>
  )
}
