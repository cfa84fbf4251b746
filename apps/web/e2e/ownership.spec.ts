import { newId } from '@makegood/core/ids'
import type { APIRequestContext } from '@playwright/test'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { env } from './fixtures/env.ts'
import { parcel, placeByApi, type ShopApi, shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ expectedComplaints: [/status of 40[134]/] })

const email = 'belongs-to-somebody@example.com'

/** What stands in an order and in no other place: none of it may reach anybody else. */
const secrets = [email, parcel.recipient, parcel.phone, parcel.address1, parcel.address2]

const orderOfSomebody = async (visitor: APIRequestContext, variantId: string) => {
  const api = shopApi(visitor)
  const orderId = await placeByApi(api, { variantId, email })
  const { number } = await api.store.order.get.query({ orderId, locale: 'en' })
  return { orderId, tell: [...secrets, number] }
}

const expectNothingIn = (text: string, told: readonly string[]): void => {
  for (const secret of told) expect(text).not.toContain(secret)
}

/** The api's refusal of a call, as the caller meets it, without the id of the request. */
const refusalOf = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => new Error('the call was answered'),
    (thrown: unknown) => thrown,
  )
  const { message, data } = error as { message: string; data?: Record<string, unknown> }
  const { requestId: _, path: __, ...told } = data ?? {}
  return { message, ...told }
}

const followAsText = async (visitor: APIRequestContext, orderId: string): Promise<string> => {
  const input = encodeURIComponent(JSON.stringify({ orderId, locale: 'en' }))
  const answer = await visitor.get(`${env.webUrl}/trpc/store.order.follow?input=${input}`, {
    headers: { accept: 'text/event-stream' },
    timeout: 10_000,
  })
  return answer.text()
}

test('another visitor who has an order’s address gets the not-found page and not a word of the order', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t } = shopper
  const { orderId, tell } = await orderOfSomebody(await newVisitor(), (await newGoods(3)).variantId)
  const mine = await placeByApi(shopper.api, await newGoods(1))
  for (const id of [orderId, newId('order', new Date())]) {
    const answer = await page.goto(`/en/orders/${id}`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notFound.title'))
    expectNothingIn((await answer?.text()) ?? '', tell)
    expectNothingIn(await page.content(), tell)
  }
  const asData = await page.context().request.get(`/en/orders/${orderId}`, { headers: { rsc: '1' } })
  expectNothingIn(await asData.text(), tell)
  await shopper.open('/orders')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('main').getByRole('link').first()).toHaveAttribute('href', `/en/orders/${mine}`)
})

test('the api answers for another’s order exactly as for one that does not exist', async ({
  newVisitor,
  newGoods,
  db,
}) => {
  const { orderId, tell } = await orderOfSomebody(await newVisitor(), (await newGoods(3)).variantId)
  const signedIn = await newVisitor()
  await signInByApi(signedIn, demoLogin('shopper'))
  const guest = await newVisitor()
  await placeByApi(shopApi(guest), await newGoods(1))
  const noOne = newId('order', new Date())

  for (const visitor of [guest, signedIn, await newVisitor()]) {
    const api = shopApi(visitor)
    const calls: ((id: string) => Promise<unknown>)[] = [
      id => api.store.order.get.query({ orderId: id, locale: 'en' }),
      id =>
        api.store.order.pay.mutate({
          orderId: id,
          paymentId: newId('payment', new Date()),
          paymentMethod: 'pm_card_visa',
        }),
    ]
    for (const call of calls) {
      const refusal = await refusalOf(call(orderId))
      expect(refusal).toMatchObject({ shopCode: 'not-found', httpStatus: 404 })
      expect(refusal).toEqual(await refusalOf(call(noOne)))
    }
    const followed = await followAsText(visitor, orderId)
    expect(followed).toContain('not-found')
    expectNothingIn(followed, tell)
    const { orders } = await api.store.order.list.query({ locale: 'en' })
    expect(orders.map(({ id }) => id)).not.toContain(orderId)
  }
  expect(await db.payment.count({ where: { orderId } }), 'nobody else can pay it').toBe(0)
})

test('the console shows a guest and a shopper nothing, on its pages and at the api', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t } = shopper
  const { orderId, tell } = await orderOfSomebody(await newVisitor(), (await newGoods(3)).variantId)
  const visitor = page.context().request

  const expectShutOut = async (api: ShopApi, words: string, code: string): Promise<void> => {
    for (const path of ['/admin', `/admin/orders/${orderId}`, '/admin?status=STOCK_RESERVED']) {
      const answer = await page.goto(`/en${path}`)
      expect(answer?.status(), path).toBe(403)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forbidden.consoleTitle'))
      await expect(page.getByRole('main')).toContainText(words)
      expectNothingIn((await answer?.text()) ?? '', tell)
      expectNothingIn(await page.content(), tell)
      const asData = await visitor.get(`/en${path}`, { headers: { rsc: '1' } })
      expectNothingIn(await asData.text(), tell)
    }
    expect(await refusalOf(api.admin.order.list.query({}))).toMatchObject({ shopCode: code })
    expect(await refusalOf(api.admin.order.get.query({ orderId }))).toMatchObject({ shopCode: code })
  }
  await expectShutOut(shopper.api, t('forbidden.consoleGuest'), 'sign-in-required')
  await signInByApi(visitor, demoLogin('shopper'))
  await expectShutOut(shopper.api, t('forbidden.consoleShopper'), 'forbidden')
})
