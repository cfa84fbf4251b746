import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { expect, onTestFinished, test } from 'vitest'
import { startTestApi } from '../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder, testAddress } from '../testing/test-browser.ts'

test('a whole checkout, with refusals and a failure on the way, leaves no personal data in the log', async () => {
  const api = await startTestApi()
  onTestFinished(api.stop)
  const { variantId } = await seedProductWithStock(api.db, { units: 5 })
  const browser = createTestBrowser(api)
  const { email, password } = await browser.signUp()
  await browser.post('/auth/sign-in/email', { email, password })
  await browser.post('/auth/sign-up/email', { name: 'Kim Mina', email, password })
  const order = await placeTestOrder(browser, variantId)
  await browser.query('store.order.get', { orderId: order.orderId, locale: 'ko' })
  const paymentId = newId('payment', new Date())
  await browser.mutate('store.order.pay', {
    orderId: order.orderId,
    paymentId,
    paymentMethod: 'pm_card_visa_4242424242424242',
  })
  await browser.mutate('store.order.place', { ...order, email: 'not an e-mail', card: '4242 4242 4242 4242' })
  // The database refuses a row that holds everything, and quotes it when it does.
  await api.db.$executeRaw`alter table "order" add constraint refuse_all check (recipient = '') not valid`
  const failed = await browser.mutate('store.order.place', { ...order, orderId: newId('order', new Date()) })
  expect(failed.status).toBe(500)

  const log = api.logged()
  expect(log).toContain('/trpc/store.order.place')
  expect(log).toContain('"level":50')
  expect(log).toContain(String(failed.body.error?.data?.requestId))
  const secrets = [
    email,
    'example.com',
    password,
    'Mina',
    testAddress.phone,
    testAddress.postcode,
    testAddress.address1,
    'pm_card',
    '4242',
    ...browser.cookies.values(),
    'mg_visitor=',
    'Failing row',
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
})
