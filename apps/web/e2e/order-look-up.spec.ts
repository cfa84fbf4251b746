import { newPerson } from './fixtures/accounts.ts'
import { linkInMailTo, mailsTo } from './fixtures/mails.ts'
import { placeByApi, shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a look-up says the same for right and wrong, and only the right one sends the way to the order', async ({
      shopper,
      newVisitor,
      newGoods,
      db,
    }) => {
      const { page, t, press } = shopper
      const { email } = newPerson()
      const orderId = await placeByApi(shopApi(await newVisitor()), { ...(await newGoods(2)), email, locale: language })
      const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
      await shopper.open('/orders/find')
      const send = page.getByRole('button', { name: t('findOrder.send') })
      const ask = async (typed: string, contact: string) => {
        await page.getByLabel(t('findOrder.number'), { exact: true }).fill(typed)
        await page.getByLabel(t('findOrder.contact'), { exact: true }).fill(contact)
        await press(send)
        await expect(page.getByRole('status').filter({ hasText: t('findOrder.taken') })).toBeFocused()
      }
      await ask(`${number}1`, email)
      await ask(String(number), 'somebody.else@example.com')
      await expect.poll(() => mailsTo(email)).toEqual([])
      await ask(` #${number}`, email.toUpperCase())
      await page.goto(await linkInMailTo(email, /http\S+\?link=\S+/))
      await shopper.seeHeadline('STOCK_RESERVED')
      await expect(page.getByText(t('order.number', { number: String(number) }))).toBeVisible()
    })
  })
}

test('what cannot be a number or a contact is said at its field, and nothing typed is lost', async ({ shopper }) => {
  const { page, t, press } = shopper
  await shopper.open('/orders/find')
  await page.getByLabel(t('findOrder.number'), { exact: true }).fill('<script>')
  await press(page.getByRole('button', { name: t('findOrder.send') }))
  await expect(page.getByText(t('findOrder.numberWrong'))).toBeVisible()
  await expect(page.getByText(t('findOrder.contactWrong'))).toBeVisible()
  const number = page.getByLabel(t('findOrder.number'), { exact: true })
  await expect(number).toBeFocused()
  await expect(number).toHaveValue('<script>')
})
