import { newPerson, signInByApi, signUpByApi } from './fixtures/accounts.ts'
import { linkInMailTo } from './fixtures/mails.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ expectedComplaints: [/status of 40[013]/] })

test('name, language and password are changed, and another device is signed out', async ({ shopper, newShopper }) => {
  const { page, t, press } = shopper
  const person = newPerson()
  await signUpByApi(page.context().request, person)
  const other = await newShopper()
  await signInByApi(other.page.context().request, person)
  await shopper.open('/account/profile')

  await page.getByLabel(t('auth.name'), { exact: true }).fill('Ünal 山田 🏺')
  await press(page.getByRole('button', { name: t('account.profile.save') }))
  await expect(page.getByText(t('account.profile.kept'))).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(t('auth.name'), { exact: true })).toHaveValue('Ünal 山田 🏺')

  const sessions = page.getByRole('region', { name: t('account.profile.sessions') })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await press(sessions.getByRole('button').first())
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await other.open('/account')
  await other.page.waitForURL(/\/sign-in\?returnTo=/)

  await page.getByLabel(t('account.profile.currentPassword'), { exact: true }).fill('not the password')
  await page.getByLabel(t('account.profile.newPassword'), { exact: true }).fill('a newer password')
  await press(page.getByRole('button', { name: t('account.profile.changePassword') }))
  await expect(page.getByText(t('auth.failures.wrongPassword'))).toBeVisible()
  await page.getByLabel(t('account.profile.currentPassword'), { exact: true }).fill(person.password)
  await page.getByLabel(t('account.profile.newPassword'), { exact: true }).fill('a newer password')
  await press(page.getByRole('button', { name: t('account.profile.changePassword') }))
  await expect(page.getByText(t('account.profile.passwordKept'))).toBeVisible()
  await signInByApi(other.page.context().request, { ...person, password: 'a newer password' })

  await expect(page.getByRole('radio', { name: 'English' }), 'what is chosen is what is read').toBeChecked()
  await press(page.getByText('한국어').last())
  await page.waitForURL(/\/account\/profile$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.getByRole('radio', { name: '한국어' })).toBeChecked()
})

test('a forgotten password is chosen anew by mail, once, and an unknown address is answered alike', async ({
  shopper,
}) => {
  const { page, t, press } = shopper
  const person = newPerson()
  await signUpByApi(page.context().request, person)
  await page.context().clearCookies()
  await shopper.open('/sign-in')
  await press(page.getByRole('link', { name: t('auth.forgot') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('auth.forgotTitle'))
  for (const email of ['nobody-at-all@example.com', person.email]) {
    await page.getByLabel(t('auth.email'), { exact: true }).fill(email)
    await press(page.getByRole('button', { name: t('auth.forgotSend') }))
    await expect(page.getByText(t('auth.forgotTaken'))).toBeVisible()
  }
  const link = await linkInMailTo(person.email, /http\S+reset-password\?token=\S+/)
  await page.goto(link)
  await page.waitForURL(url => url.search === '')
  await page.getByLabel(t('auth.newPassword'), { exact: true }).fill('an even newer one')
  await press(page.getByRole('button', { name: t('auth.reset') }))
  await expect(page.getByText(t('auth.resetDone'))).toBeVisible()
  await signInByApi(page.context().request, { ...person, password: 'an even newer one' })
  await page.goto(link)
  await page.getByLabel(t('auth.newPassword'), { exact: true }).fill('one more password')
  await press(page.getByRole('button', { name: t('auth.reset') }))
  await expect(page.getByText(t('auth.failures.oldLink'))).toBeVisible()
})
