import type { Locale } from '@makegood/core/locale'
import { cache } from 'react'
import { readPublic } from '@/lib/trpc/read-public'

const topDays = 30
const topLimit = 8

const orNull = async <Answer>(what: string, answer: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await answer
  } catch (error) {
    console.error(JSON.stringify({ level: 50, time: Date.now(), msg: `${what} cannot be read`, err: String(error) }))
    return null
  }
}

/** What the home page shows of the shop. Each part is null where it cannot be read, and the failure is on the log. */
export const readShopWindow = cache(async (locale: Locale) => {
  const shop = readPublic()
  const [top, featured, fresh, tiles] = await Promise.all([
    orNull('what sold best', shop.listTop({ locale, days: topDays, limit: topLimit })),
    orNull('the goods', shop.list({ locale })),
    orNull('the new goods', shop.list({ locale, sort: 'new' })),
    orNull('the categories', shop.listCategories({ locale })),
  ])
  return {
    top: top?.products ?? null,
    featured: featured?.products ?? null,
    fresh: fresh?.products ?? null,
    categories: tiles?.categories ?? null,
  }
})
