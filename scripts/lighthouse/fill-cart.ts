const timeoutMs = 10_000

type Answer<Data> = { result: { data: Data } }

/** Puts one product into a new guest's cart and answers the guest's cookies, by which the next request is theirs. */
export const fillCart = async (webUrl: string): Promise<string> => {
  const signal = AbortSignal.timeout(timeoutMs)
  const input = encodeURIComponent(JSON.stringify({ locale: 'ko', slug: 'celadon-bowl' }))
  const product = await fetch(`${webUrl}/trpc/store.catalogue.get?input=${input}`, { signal })
  if (!product.ok) throw new Error(`the shop answered ${product.status} for a product`)
  const { result } = (await product.json()) as Answer<{ variants: { id: string }[] }>
  const variantId = result.data.variants[0]?.id
  const added = await fetch(`${webUrl}/trpc/store.cart.addLine`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: webUrl },
    body: JSON.stringify({ locale: 'ko', variantId, quantity: 1 }),
    signal,
  })
  if (!added.ok) throw new Error(`the shop answered ${added.status} for a product put into the cart`)
  return added.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
