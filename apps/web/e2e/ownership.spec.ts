import { newId } from '@makegood/core/ids'
import type { APIRequestContext } from '@playwright/test'
import { demoLogin, newPerson, signInByApi } from './fixtures/accounts.ts'
import { env } from './fixtures/env.ts'
import { parcel, placeByApi, type ShopApi, shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ expectedComplaints: [/status of 40[134]/] })

/** An order, and what stands in it and in no other place: none of that may reach anybody else. */
const orderOfSomebody = async (visitor: APIRequestContext, variantId: string) => {
  const { email } = newPerson()
  const orderId = await placeByApi(shopApi(visitor), { variantId, email })
  return { orderId, secrets: [email, parcel.recipient, parcel.phone, parcel.address1, parcel.address2] }
}

const expectNothingIn = (text: string, secrets: readonly string[]): void => {
  for (const secret of secrets) expect(text).not.toContain(secret)
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

const followAsText = async (visitor: APIRequestContext, at: string, orderId: string): Promise<string> => {
  const input = encodeURIComponent(JSON.stringify({ orderId, locale: 'en' }))
  const answer = await visitor.get(`${at}/trpc/store.order.follow?input=${input}`, {
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
  const { orderId, secrets } = await orderOfSomebody(await newVisitor(), (await newGoods(3)).variantId)
  const mine = await placeByApi(shopper.api, await newGoods(1))
  for (const id of [orderId, newId('order', new Date())]) {
    const answer = await page.goto(`/en/orders/${id}`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('findOrder.notHere'))
    expectNothingIn((await answer?.text()) ?? '', secrets)
    expectNothingIn(await page.content(), secrets)
  }
  const asData = await page.context().request.get(`/en/orders/${orderId}`, { headers: { rsc: '1' } })
  expectNothingIn(await asData.text(), secrets)
  await shopper.open('/orders')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('main').getByRole('link').first()).toHaveAttribute('href', `/en/orders/${mine}`)
})

for (const [name, at] of [
  ['the web’s address', env.webUrl],
  ['its own address', env.apiUrl],
] as const)
  test(`at ${name} the api answers for another’s order exactly as for one that does not exist`, async ({
    newVisitor,
    newGoods,
    db,
  }) => {
    const goods = await newGoods(5)
    const { orderId, secrets } = await orderOfSomebody(await newVisitor(), goods.variantId)
    const [nobody, guest, signedIn] = [await newVisitor(), await newVisitor(), await newVisitor()]
    await placeByApi(shopApi(guest, at), goods)
    await signInByApi(signedIn, demoLogin('shopper'), at)
    const noOrder = newId('order', new Date())

    for (const visitor of [nobody, guest, signedIn]) {
      const { order } = shopApi(visitor, at).store
      const payment = { paymentId: newId('payment', new Date()), paymentMethod: 'pm_card_visa' }
      for (const call of [
        (id: string) => order.get.query({ orderId: id, locale: 'en' }),
        (id: string) => order.pay.mutate({ orderId: id, ...payment }),
        (id: string) => order.getCancelTerms.query({ orderId: id }),
        (id: string) => order.cancel.mutate({ orderId: id, cancellationId: newId('cancellation', new Date()) }),
        (id: string) => order.confirmPurchase.mutate({ orderId: id }),
        (id: string) => order.lookAgain.mutate({ orderId: id, paymentId: payment.paymentId }),
      ]) {
        const refusal = await refusalOf(call(orderId))
        expect(refusal).toMatchObject({ shopCode: 'not-found', httpStatus: 404 })
        expect(refusal).toEqual(await refusalOf(call(noOrder)))
      }
      const followed = await followAsText(visitor, at, orderId)
      expect(followed).toContain('not-found')
      expectNothingIn(followed, secrets)
      const { orders } = await order.list.query({ locale: 'en' })
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
  const { orderId, secrets } = await orderOfSomebody(await newVisitor(), (await newGoods(3)).variantId)
  const visitor = page.context().request

  const expectShutOut = async (api: ShopApi, words: string, code: string): Promise<void> => {
    for (const path of ['/admin', '/admin/orders', `/admin/orders/${orderId}`, '/admin/orders?status=STOCK_RESERVED']) {
      const answer = await page.goto(`/en${path}`)
      expect(answer?.status(), path).toBe(403)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forbidden.consoleTitle'))
      await expect(page.getByRole('main')).toContainText(words)
      expectNothingIn((await answer?.text()) ?? '', secrets)
      expectNothingIn(await page.content(), secrets)
      const asData = await visitor.get(`/en${path}`, { headers: { rsc: '1' } })
      expectNothingIn(await asData.text(), secrets)
    }
    expect(await refusalOf(api.admin.order.list.query({}))).toMatchObject({ shopCode: code })
    expect(await refusalOf(api.admin.order.get.query({ orderId, locale: 'en' }))).toMatchObject({ shopCode: code })
  }
  await expectShutOut(shopper.api, t('forbidden.consoleGuest'), 'sign-in-required')
  await signInByApi(visitor, demoLogin('shopper'))
  await expectShutOut(shopper.api, t('forbidden.consoleShopper'), 'forbidden')
})
