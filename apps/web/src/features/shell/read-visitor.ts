import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { emptyCart } from '@/features/cart/empty-cart'
import { orNull, soon } from '@/lib/trpc/or-null'
import { readPublic } from '@/lib/trpc/read-public'
import { getApi } from '@/lib/trpc/server'
import { knownBy } from '@/lib/visitor-cookies'

const readKnown = cache(async () => knownBy((await cookies()).getAll().map(({ name }) => name)))

/** Who is visiting, as the api knows them; a guest is null, and so is everybody while the api is away. */
export const readMe = cache(async () =>
  (await readKnown()).session ? orNull((await getApi()).store.account.me.query(undefined, soon())) : null,
)

/**
 * What stands around every store page. Each part may be missing: the frame never takes the page down with it. Of a visitor
 * whom nothing is known of (`known` is false) nothing is asked; their cart is empty.
 */
export const readFrame = cache(async () => {
  const locale = await getLocale()
  const { cart: known } = await readKnown()
  const [me, cart, tiles] = await Promise.all([
    readMe(),
    known ? orNull((await getApi()).store.cart.get.query({ locale }, soon())) : emptyCart,
    orNull(readPublic().listCategories({ locale })),
  ])
  return { me, cart, known, categories: tiles?.categories ?? [] }
})
