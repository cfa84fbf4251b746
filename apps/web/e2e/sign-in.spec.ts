import { newPerson, signInByForm, signUpByApi } from './fixtures/accounts.ts'
import { env } from './fixtures/env.ts'
import { shopApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

/** Opens the account's menu: a panel where the screen is narrow, a list below the name elsewhere. */
const openMenu = async ({ page, t, press }: Shopper, name: string): Promise<void> => {
  const narrow = page.getByRole('button', { name: t('nav.openMenu') })
  await press((await narrow.isVisible()) ? narrow : page.getByRole('button', { name }))
}

const signOut = async (shopper: Shopper, name: string): Promise<void> => {
  const { page, t, press } = shopper
  await openMenu(shopper, name)
  const words = t('nav.signOut')
  await press(page.getByRole('menuitem', { name: words }).or(page.getByRole('button', { name: words })))
  await expect.poll(() => shopper.api.store.account.me.query()).toBeNull()
}

test('a new person signs up, is signed in at once, signs out, and signs in again', async ({ shopper }) => {
  const { page, t, press, api } = shopper
  const person = newPerson()
  await shopper.open('/sign-up')
  const form = page.locator('main form')
  await form.getByLabel(t('auth.name'), { exact: true }).fill(person.name)
  await form.getByLabel(t('auth.email'), { exact: true }).fill(person.email)
  await form.getByLabel(t('auth.password'), { exact: true }).fill(person.password)
  await press(form.getByRole('button', { name: t('auth.signUp'), exact: true }))
  await page.waitForURL(/\/en$/)
  expect(await api.store.account.me.query()).toMatchObject({ email: person.email, role: 'shopper' })

  await signOut(shopper, person.name)
  await shopper.open('/sign-in')
  await signInByForm(shopper, person)
  await page.waitForURL(/\/en$/)
  await openMenu(shopper, person.name)
  await expect(page.getByText(person.name).last()).toBeVisible()
  expect(await api.store.account.me.query()).toMatchObject({ email: person.email })
})

test('what is missing or wrong in a form is said beside its field in the page’s language, and goes when it is mended', async ({
  shopper,
}) => {
  const { page, t, press } = shopper
  await shopper.open('/sign-up')
  const field = (name: 'name' | 'email' | 'password') =>
    page.getByRole('textbox', { name: t(`auth.${name}`), exact: true })
  const submit = page.getByRole('main').getByRole('button', { name: t('auth.signUp') })
  await press(submit)
  await expect(field('name')).toBeFocused()
  await expect(field('name')).toHaveAccessibleDescription(t('auth.faults.nameMissing'))
  await expect(field('email')).toHaveAccessibleDescription(t('auth.faults.emailMissing'))
  await field('name').fill('Kim')
  await field('email').fill('nope')
  await page.locator('[name="password"]').pressSequentially('short')
  await press(submit)
  await expect(field('email')).toBeFocused()
  await expect(field('email')).toHaveAccessibleDescription(t('auth.faults.emailWrong'))
  await expect(page.locator('[name="password"]')).toHaveAccessibleDescription(
    new RegExp(t('auth.faults.passwordShort')),
  )
  await field('email').fill('nope@example.com')
  await expect(field('email')).not.toHaveAttribute('aria-invalid')
})

test('a guest’s cart joins the account’s at sign-in, with the quantities added', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, api } = shopper
  const person = newPerson()
  const [both, fromGuest] = [await newGoods(9), await newGoods(9)]
  const elsewhere = await newVisitor()
  await signUpByApi(elsewhere, person)
  await shopApi(elsewhere).store.cart.addLine.mutate({ locale: 'en', variantId: both.variantId, quantity: 1 })
  await api.store.cart.addLine.mutate({ locale: 'en', variantId: both.variantId, quantity: 2 })
  await api.store.cart.addLine.mutate({ locale: 'en', variantId: fromGuest.variantId, quantity: 1 })

  await shopper.open('/sign-in?returnTo=/cart')
  await signInByForm(shopper, person)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('cart.title'))
  const quantityOf = (name: string, count: number) =>
    page.getByRole('status', { name: `${t('cart.quantityOf', { name })} ${count}` })
  await expect(quantityOf(both.name.en, 3)).toBeVisible()
  await expect(quantityOf(fromGuest.name.en, 1)).toBeVisible()
  await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 4 }) })).toBeVisible()

  await page.reload()
  await expect(quantityOf(both.name.en, 3), 'they are added once').toBeVisible()
})

test.describe('with wrong credentials', () => {
  test.use({ expectedComplaints: [/status of 401/] })

  test('a wrong password and an unknown address are told in the same plain words, and the address stays typed', async ({
    shopper,
    newVisitor,
  }) => {
    const { page, t } = shopper
    const person = newPerson()
    await signUpByApi(await newVisitor(), person)
    await shopper.open('/sign-in')
    for (const wrong of [{ ...person, password: 'not-the-password' }, { ...newPerson() }]) {
      await signInByForm(shopper, wrong)
      const told = page.locator('main form').getByRole('alert')
      await expect(told).toContainText(t('auth.signInFailed'))
      await expect(told).toContainText('The email or the password is not right')
      await expect(page.locator('main form').getByLabel(t('auth.email'), { exact: true })).toHaveValue(wrong.email)
    }
    expect(await shopper.api.store.account.me.query()).toBeNull()
  })
})

test('after sign-in the way leads to a path of the shop, and never out of it', async ({ shopper, newVisitor }) => {
  const { page } = shopper
  const person = newPerson()
  await signUpByApi(await newVisitor(), person)
  const outside = ['https://evil.example/en', '//evil.example/en', '/\\evil.example']
  for (const returnTo of outside) {
    await shopper.open(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await signInByForm(shopper, person)
    await expect(page, returnTo).toHaveURL(`${env.webUrl}/en`)
  }
  await shopper.open(`/sign-in?returnTo=${encodeURIComponent('/products?sort=price-up')}`)
  await signInByForm(shopper, person)
  await expect(page).toHaveURL(`${env.webUrl}/en/products?sort=price-up`)
})
