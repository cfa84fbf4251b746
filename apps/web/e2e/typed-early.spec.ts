import type { Page } from '@playwright/test'
import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'

/** Holds the page's script back, as a slow line does, until the answer is called. */
const holdScript = async (page: Page): Promise<() => void> => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/.*\.js/, async route => {
    await released
    await route.continue()
  })
  return release
}

test('words typed into the search before the page is alive are looked for as soon as it is', async ({
  shopper,
  newGoods,
}) => {
  const { page, t } = shopper
  const goods = await newGoods(3)
  const release = await holdScript(page)
  await page.goto('/en', { waitUntil: 'commit' })
  const field = page.getByRole('combobox', { name: t('search.label') })
  await field.fill(goods.name.en)
  release()
  await expect(page.getByRole('option').filter({ hasText: goods.name.en })).toBeVisible()
  await expect(field).toHaveValue(goods.name.en)
})

test('what is typed into the sign-in before the page is alive signs in', async ({ shopper, newVisitor }) => {
  const { page, t, press } = shopper
  const person = newPerson()
  await signUpByApi(await newVisitor(), person)
  const release = await holdScript(page)
  await page.goto('/en/sign-in', { waitUntil: 'commit' })
  const form = page.getByRole('main')
  await form.getByLabel(t('auth.email'), { exact: true }).fill(person.email)
  await form.getByLabel(t('auth.password'), { exact: true }).fill(person.password)
  release()
  await page.waitForLoadState('load')
  await press(form.getByRole('button', { name: t('auth.signIn'), exact: true }))
  await expect.poll(() => shopper.api.store.account.me.query()).toMatchObject({ email: person.email })
})

test('a wrong password leaves the address that was typed before the page was alive', async ({ shopper }) => {
  const { page, t, press } = shopper
  const release = await holdScript(page)
  await page.goto('/en/sign-in', { waitUntil: 'commit' })
  const form = page.getByRole('main')
  const email = form.getByLabel(t('auth.email'), { exact: true })
  await email.fill('early@example.com')
  release()
  await page.waitForLoadState('load')
  await press(form.getByRole('button', { name: t('auth.signIn'), exact: true }))
  await expect(form.getByText(t('auth.faults.passwordMissing'))).toBeVisible()
  await expect(email).toHaveValue('early@example.com')
})
