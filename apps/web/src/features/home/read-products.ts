import type { Locale } from '@makegood/core/locale'
import { getApi } from '@/lib/trpc/server'

/** The first goods of the list, or null where the api does not answer; the failure is on the log. */
export const readProducts = async (locale: Locale) => {
  try {
    return await (await getApi()).store.catalogue.list.query({ locale })
  } catch (error) {
    console.error(JSON.stringify({ level: 50, time: Date.now(), msg: 'the goods cannot be read', err: String(error) }))
    return null
  }
}
