import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'

test('a guest says where to, is told what is wrong with it, and is told once when it is back', async ({
  shopper,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press } = shopper
  const goods = await newGoods(0)
  await shopper.open(`/products/${goods.slug}`)
  const main = page.getByRole('main')
  const email = main.getByLabel(t('restock.email'))
  const ask = main.getByRole('button', { name: t('restock.ask') })
  await email.fill('no address')
  await press(ask)
  await expect(main).toContainText(t('restock.emailFault'))
  await expect(email).toBeFocused()
  await expect(email, 'what was typed stays').toHaveValue('no address')
  const address = `${goods.slug}@example.com`
  await email.fill(address)
  await press(ask)
  await expect(main).toContainText(t('restock.kept', { email: address }))

  await page.reload()
  await email.fill(address)
  await press(ask)
  await expect(main, 'a second time is answered in the same way').toContainText(t('restock.kept', { email: address }))
  expect(await db.restockRequest.count({ where: { variantId: goods.variantId } })).toBe(1)

  await db.stock.update({ where: { variantId: goods.variantId }, data: { available: 2, received: 2 } })
  const told = () => db.notification.findMany({ where: { recipient: address } })
  await expect.poll(async () => (await told()).map(message => message.status), { timeout: 90_000 }).toEqual(['SENT'])
  await page.reload()
  await expect(main.getByRole('button', { name: t('product.add') })).toBeEnabled()
})

test('a signed-in shopper is asked for no address', async ({ shopper, newGoods, db }) => {
  const { page, t, press } = shopper
  const goods = await newGoods(0)
  const person = newPerson()
  await signUpByApi(page.context().request, person)
  await shopper.open(`/products/${goods.slug}`)
  const main = page.getByRole('main')
  await expect(main.getByLabel(t('restock.email'))).toHaveCount(0)
  await press(main.getByRole('button', { name: t('restock.ask') }))
  await expect(main).toContainText(t('restock.kept', { email: person.email }))
  expect(await db.restockRequest.findMany({ where: { variantId: goods.variantId } })).toMatchObject([
    { email: person.email, notifiedAt: null },
  ])
})

test.describe('while the shop does not answer', () => {
  test.use({ expectedComplaints: [/net::ERR|Failed to load resource/] })

  test('the address that was typed stays, and why it was not noted is said', async ({ shopper, newGoods }) => {
    const { page, t, press } = shopper
    const goods = await newGoods(0)
    await shopper.open(`/products/${goods.slug}`)
    const main = page.getByRole('main')
    const email = main.getByLabel(t('restock.email'))
    await email.fill('mina@example.com')
    await page.route(/store\.restock\.request/, route => route.abort('connectionreset'))
    await press(main.getByRole('button', { name: t('restock.ask') }))
    await expect(main.getByRole('alert').filter({ hasText: t('restock.failed') })).toContainText(t('errors.offline'))
    await expect(email).toHaveValue('mina@example.com')
  })
})
