'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'
import type { ChosenOrder } from './bulk-acts'
import { BulkBar } from './bulk-bar'
import { fromStart, type OrderQuery, orderListAddress } from './order-query'
import { type OrderRow, OrdersTable } from './orders-table'

type Page = Outputs['admin']['order']['list']

/** A page of the list, with what was chosen in it. */
export const OrdersList = ({ page, query }: { page: Page; query: OrderQuery }) => {
  const t = useTranslations('adminOrders')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // All that match, on every page, as they were when that was asked for; null while single ones of this page are chosen.
  const [every, setEvery] = useState<readonly ChosenOrder[] | null>(null)
  const { orders, nextCursor, searchedTo } = page
  const hasOthers = nextCursor !== null || query.cursor !== undefined
  const pageIsChosen = orders.length > 0 && orders.every(({ id }) => chosen.has(id))
  const choose = (rows: readonly OrderRow[], isChosen: boolean) => {
    const next = new Set(every ? orders.filter(({ id }) => chosen.has(id)).map(({ id }) => id) : chosen)
    for (const { id } of rows) isChosen ? next.add(id) : next.delete(id)
    setChosen(next)
    setEvery(null)
  }
  const chooseEvery = (matching: readonly ChosenOrder[]) => {
    setEvery(matching)
    setChosen(new Set(matching.map(({ id }) => id)))
  }
  return (
    <>
      {orders.length === 0 ? (
        <p className="py-10 text-base">{t('none')}</p>
      ) : (
        <OrdersTable orders={orders} columns={query.columns} chosen={chosen} onChoose={choose} />
      )}
      {searchedTo && (
        <p className="mt-4">
          {t('searchedTo')} <Moment at={searchedTo} />
        </p>
      )}
      <BulkBar
        chosen={every ?? orders.filter(order => chosen.has(order.id))}
        widen={hasOthers && pageIsChosen && !every ? { query, onWiden: chooseEvery } : null}
        onDone={() => choose(orders, false)}
      />
      <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3">
        {query.cursor && (
          <ButtonLink href={orderListAddress(fromStart(query))} kind="line" size="small">
            {t(`first.${query.sort}`)}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={orderListAddress({ ...query, cursor: nextCursor })} rel="next" kind="line" size="small">
            {searchedTo ? t('searchOn') : t(`next.${query.sort}`)}
          </ButtonLink>
        )}
      </nav>
    </>
  )
}
