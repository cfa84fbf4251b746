import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { expect, onTestFinished, test } from 'vitest'
import { startTestApi } from '../testing/start-test-api.ts'
import type { AppRouter } from './root.ts'

test('the typed client of the web reads data and refusals as the router declares them', async () => {
  const api = await startTestApi()
  onTestFinished(api.stop)
  const { variantId, priceMinor } = await seedProductWithStock(api.db, { units: 2 })
  let cookie: string | undefined
  const shop = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${api.url}/trpc`,
        headers: () => ({ origin: 'http://shop.test', ...(cookie ? { cookie } : {}) }),
        fetch: async (url, init) => {
          const answer = await fetch(url, init as RequestInit)
          cookie ??= answer.headers.getSetCookie()[0]?.split(';')[0]
          return answer
        },
      }),
    ],
  })
  const [page, me, config] = await Promise.all([
    shop.store.catalogue.list.query({ locale: 'en' }),
    shop.store.account.me.query(),
    shop.store.payment.config.query(),
  ])
  expect(page.products[0]?.priceFrom).toEqual({ amountMinor: String(priceMinor), currency: 'KRW' })
  expect(me).toBeNull()
  expect(config).toEqual({ gatewayUrl: 'http://localhost:4400', publishableKey: 'pk_test_ofthetests01' })
  const cart = await shop.store.cart.addLine.mutate({ locale: 'en', variantId, quantity: 2 })
  expect(cart.count).toBe(2)
  expect((await shop.store.cart.get.query({ locale: 'en' })).count).toBe(2)

  const refused = await shop.store.order.get
    .query({ orderId: newId('order', new Date()), locale: 'en' })
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(TRPCClientError)
  expect((refused as TRPCClientError<AppRouter>).data).toMatchObject({
    httpStatus: 404,
    shopCode: 'not-found',
    details: {},
  })
})
