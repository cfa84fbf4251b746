import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { getApi } from '@/lib/trpc/server'

const orNull = async <Answer>(answer: Promise<Answer>): Promise<Answer | null> => {
  try {
    return await answer
  } catch (error) {
    console.error(
      JSON.stringify({ level: 40, time: Date.now(), msg: 'the shop frame goes without', err: String(error) }),
    )
    return null
  }
}

/** Who is visiting, as the api knows them; a guest is null, and so is everybody while the api is away. */
export const readMe = cache(async () => orNull((await getApi()).store.account.me.query()))

/** What stands around every store page. Each part may be missing: the frame never takes the page down with it. */
export const readFrame = cache(async () => {
  const api = await getApi()
  const locale = await getLocale()
  const [me, cart, list] = await Promise.all([
    readMe(),
    orNull(api.store.cart.get.query({ locale })),
    orNull(api.store.catalogue.list.query({ locale })),
  ])
  return { me, cart, categories: list?.categories ?? [] }
})
