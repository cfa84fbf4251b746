import { signInByForm } from './fixtures/accounts.ts'
import { codeFor } from './fixtures/authenticator.ts'
import { becomeOperator } from './fixtures/operators.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ expectedComplaints: [/status of 40[13]/] })

test('an operator sets a second factor up, signs in with a code, then with a recovery code, once', async ({
  shopper,
  newShopper,
  db,
}) => {
  test.slow()
  const { page, t, press } = shopper
  const operator = await becomeOperator(shopper, db, 'support')
  await shopper.open('/second-factor')
  await expectSoundPage(shopper, 'the second factor before it is set up')
  await page.getByLabel(t('secondFactor.password'), { exact: true }).fill(operator.password)
  await press(page.getByRole('button', { name: t('secondFactor.begin') }))
  const key = (await page.locator('main code').textContent()) ?? ''
  await expect(page.getByRole('img', { name: t('secondFactor.qrTitle') })).toBeVisible()
  await page.getByLabel(t('auth.code'), { exact: true }).fill('000000')
  await press(page.getByRole('button', { name: t('secondFactor.prove') }))
  await expect(page.getByRole('alert').filter({ hasText: t('auth.failures.wrongCode') })).toBeVisible()
  await page.getByLabel(t('auth.code'), { exact: true }).fill(codeFor(key, -1))
  await press(page.getByRole('button', { name: t('secondFactor.prove') }))
  await expect(page.getByRole('heading', { name: t('secondFactor.recoveryCodes') })).toBeVisible()
  const codes = await page.locator('main section li').allTextContents()
  expect(codes).toHaveLength(10)
  await expect(page.getByRole('link', { name: t('secondFactor.download') })).toHaveAttribute('download', /recovery/)

  const signInWith = async (give: 'code' | 'recoveryCode', code: string) => {
    const visitor = await newShopper()
    await visitor.open('/sign-in?returnTo=/admin/team')
    await signInByForm(visitor, operator)
    await expect(visitor.page.getByLabel(t('auth.code'), { exact: true })).toBeFocused()
    if (give === 'recoveryCode')
      await visitor.press(visitor.page.getByRole('button', { name: t('auth.useRecoveryCode') }))
    await visitor.page.getByLabel(t(`auth.${give}`), { exact: true }).fill(code)
    await visitor.press(visitor.page.getByRole('button', { name: t('auth.signIn'), exact: true }))
    return visitor.page
  }
  const byCode = await signInWith('code', codeFor(key))
  await expect(byCode).toHaveURL(/\/admin\/team$/)
  const byRecovery = await signInWith('recoveryCode', codes[0] ?? '')
  await expect(byRecovery).toHaveURL(/\/admin\/team$/)
  const again = await signInWith('recoveryCode', codes[0] ?? '')
  await expect(again.getByRole('alert').filter({ hasText: t('auth.failures.wrongCode') })).toBeVisible()
})
