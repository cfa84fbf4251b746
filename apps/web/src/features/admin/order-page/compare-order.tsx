'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import type { OperatorOrderView } from '../operator-view'
import { ComparedLine } from './compared-line'

/** Asks gateway, carrier and stock ledger for what they have of this order, when pressed, and shows it beside our record. */
export const CompareOrder = ({ order }: { order: OperatorOrderView }) => {
  const t = useTranslations('adminOrder.compare')
  const errors = useTranslations('errors')
  const api = useTRPC()
  // Each press asks anew, and only a press: the outside is not asked by the page's own reading.
  const asking = useQuery({
    ...api.admin.order.compare.queryOptions({ orderId: order.id }),
    enabled: false,
    retry: false,
  })
  const { data, isFetching } = asking
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" className="text-sub">
        {t('title')}
      </h2>
      <p id="compare-hint" className="mt-3 max-w-[40.5em] text-ink-2">
        {t('hint')}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <GuardedButton
          permission="money.read"
          kind="line"
          size="small"
          aria-describedby="compare-hint"
          aria-disabled={isFetching || undefined}
          onClick={() => void asking.refetch()}
        >
          {t(isFetching ? 'asking' : order.shipments.length > 0 ? 'askAll' : 'ask')}
        </GuardedButton>
        <p role="status">{!isFetching && data && <Summary lines={data.lines} />}</p>
      </div>
      {asking.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {errors(wordsKeyOf(asking.error))}
        </Callout>
      )}
      {data && (
        <>
          <ul className="mt-3 border-t border-line" aria-busy={isFetching}>
            {data.lines.map(line => (
              <ComparedLine key={keyOf(line)} line={line} order={order} />
            ))}
          </ul>
          <p className="mt-2 text-ink-2">
            {t('askedAt')} <Moment at={data.askedAt} exact />
            {data.more && ` · ${t('more')}`}
          </p>
        </>
      )}
    </section>
  )
}

type Lines = Outputs['admin']['order']['compare']['lines']

const keyOf = (line: Lines[number]): string =>
  line.about === 'card' ? line.paymentId : line.about === 'parcel' ? line.shipmentRef : line.variantId

const Summary = ({ lines }: { lines: Lines }) => {
  const t = useTranslations('adminOrder.compare')
  const count = (verdict: Lines[number]['verdict']) => lines.filter(line => line.verdict === verdict).length
  if (lines.length === 0) return t('nothing')
  if (count('same') === lines.length) return t('allSame')
  const told = (['different', 'under-way', 'unknown'] as const).filter(verdict => count(verdict) > 0)
  return told.map(verdict => t(`counts.${verdict}`, { count: count(verdict) })).join(' · ')
}
