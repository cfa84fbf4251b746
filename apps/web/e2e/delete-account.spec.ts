import { newPerson, signInByApi, signUpByApi } from './fixtures/accounts.ts'
import { placeByApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ expectedComplaints: [/status of 40[13]/] })

test('an account with an open order stays and says why; once it is cancelled the account goes with everything personal', async ({
  shopper,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press, api } = shopper
  const person = newPerson()
  await signUpByApi(page.context().request, person)
  const orderId = await placeByApi(api, { ...(await newGoods(2)), email: person.email })
  await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
  await shopper.open('/account/delete')
  await expect(page.getByText(t('account.removal.obstacles.open-order'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('account.removal.remove') })).toBeHidden()

  await shopper.open(`/orders/${orderId}`)
  await press(page.getByRole('button', { name: t('order.cancel.open') }))
  await press(page.getByRole('button', { name: t('order.cancel.yes'), exact: true }))
  await shopper.seeHeadline('CANCELLED')
  await expect.poll(async () => (await api.store.account.getRemovalTerms.query()).obstacles).toEqual([])

  await shopper.open('/account/delete')
  const remove = page.getByRole('button', { name: t('account.removal.remove') })
  await page.getByLabel(t('account.removal.password'), { exact: true }).fill('not the password')
  await press(remove)
  await expect(page.getByText(t('errors.wrong-password'))).toBeVisible()
  await page.getByLabel(t('account.removal.password'), { exact: true }).fill(person.password)
  await press(remove)
  await page.waitForURL(/\/account-removed$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.removal.doneTitle'))

  await shopper.open('/account')
  await page.waitForURL(/\/sign-in/)
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  expect(JSON.stringify(order, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    person.email,
  )
  expect(await db.user.count({ where: { email: person.email } })).toBe(0)
  await expect(signInByApi(page.context().request, person)).rejects.toThrow()
})
