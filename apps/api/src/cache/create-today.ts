import { shopDayOf } from '@makegood/core/shop-time'
import { describeFigures } from '@makegood/core/today/describe-figures'
import { momentsOf, type PeriodKind, periodUntil } from '@makegood/core/today/periods'
import type { TodayFiguresView, TopProduct } from '@makegood/core/today/views'
import type { Db } from '@makegood/db/client'
import { readFirstOrderAt } from '@makegood/db/today/read-first-order-at'
import { readSalesHours } from '@makegood/db/today/read-sales-hours'
import { readTopProducts } from '@makegood/db/today/read-top-products'
import { rememberBriefly } from './remember-briefly.ts'

const figuresFor = { forMs: 2000, entriesMax: 10 }
/** Sums over every product of every day: asked once a minute for all operators together. */
const topProductsFor = { forMs: 60_000, entriesMax: 10 }
const topProductsMax = 8

export type Today = { readonly figures: (question: { readonly by: PeriodKind }) => Promise<TodayFiguresView> }

/** The figures of Today, shared by all operators who look: they are the same for each of them. */
export const createToday = (db: Db): Today => {
  const topSince = rememberBriefly<{ fromDay: string }, readonly TopProduct[]>(
    ({ fromDay }) => readTopProducts(db, { fromDay, limit: topProductsMax }),
    topProductsFor,
  )
  const figures = async ({ by }: { readonly by: PeriodKind }): Promise<TodayFiguresView> => {
    const now = new Date()
    const period = periodUntil(by, now)
    const fromDay = shopDayOf(period.spans[0]?.from ?? now)
    const [{ hours, asOf }, products, firstOrderAt] = await Promise.all([
      readSalesHours(db, { since: momentsOf(period), now }),
      topSince({ fromDay }),
      readFirstOrderAt(db),
    ])
    const topProducts = { fromDay, products: [...products] }
    return { ...describeFigures(period, hours, firstOrderAt), asOf: asOf.toISOString(), topProducts }
  }
  return { figures: rememberBriefly(figures, figuresFor) }
}
