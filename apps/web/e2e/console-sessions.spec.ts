import { demoLogin, type Login, signInByApi, signInByForm } from './fixtures/accounts.ts'
import { codeFor } from './fixtures/authenticator.ts'
import { env } from './fixtures/env.ts'
import { becomeOperator } from './fixtures/operators.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

// What is asked for by who is out.
test.use({ expectedComplaints: [/status of 40[13]/] })

const isOut = async ({ page, open, t }: Shopper) => {
  await open('/admin/orders')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('adminPlaces.orders'))
  const answer = await page.context().request.get(`/trpc/admin.order.list?input=${encodeURIComponent('{}')}`)
  expect(answer.status()).toBe(401)
}
const isIn = async ({ page, open, t }: Shopper) => {
  await open('/admin/orders')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminPlaces.orders'))
}

const setUpSecondFactor = async ({ page }: Shopper, { password }: Login) => {
  const { request } = page.context()
  const post = (path: string, data: object) =>
    request.post(`${env.webUrl}/auth/two-factor/${path}`, { headers: { origin: env.webUrl }, data })
  const { totpURI } = await (await post('enable', { password })).json()
  const key = new URL(totpURI).searchParams.get('secret') ?? ''
  expect((await post('verify-totp', { code: codeFor(key) })).status()).toBe(200)
}

test('a session that its operator or an admin ends is out at its next call, and nobody else is', async ({
  shopper,
  newShopper,
  db,
}) => {
  test.slow()
  const { t } = shopper
  const operator = await becomeOperator(shopper, db, 'support')
  const elsewhere = await newShopper()
  await signInByApi(elsewhere.page.context().request, operator)
  await isIn(elsewhere)
  await shopper.open('/admin/team')
  const own = shopper.page.getByRole('region', { name: t('adminTeam.ownSessions') })
  const ends = own.getByRole('button', { name: new RegExp(`^${t('adminTeam.end')}: `) })
  await expect(ends).toHaveCount(1)
  await shopper.press(ends)
  await expect(ends).toHaveCount(0)
  await isOut(elsewhere)
  await isIn(shopper)

  const admin = await newShopper()
  await signInByApi(admin.page.context().request, demoLogin('admin'))
  await admin.open('/admin/team')
  const row = admin.page.locator('main li', { hasText: operator.email })
  await admin.press(row.getByRole('button', { name: new RegExp(`^${t('adminTeam.acts.sessions')}: `) }))
  await admin.press(row.getByRole('button', { name: t('adminTeam.endAll') }))
  await row.getByLabel(t('adminTeam.reason')).fill('A laptop was left on a train.')
  await admin.press(row.locator('form').getByRole('button', { name: t('adminTeam.end'), exact: true }))
  await expect(row.getByText(t('adminTeam.noSessions'))).toBeVisible()
  await isOut(shopper)
  await isIn(admin)
  expect(await db.auditEntry.count({ where: { subject: operator.userId, action: 'team.end-sessions' } })).toBe(2)
})

test('whoever lost their device is let in by the password alone once an admin took the second factor away', async ({
  shopper,
  newShopper,
  db,
}) => {
  test.slow()
  const { t } = shopper
  const operator = await becomeOperator(shopper, db, 'finance')
  await setUpSecondFactor(shopper, operator)
  const admin = await newShopper()
  await signInByApi(admin.page.context().request, demoLogin('admin'))
  await admin.open('/admin/team')
  const row = admin.page.locator('main li', { hasText: operator.email })
  await expect(row).toContainText(t('adminTeam.secondFactorOn'))
  await admin.press(row.getByRole('button', { name: new RegExp(`^${t('adminTeam.acts.resetSecondFactor')}: `) }))
  await row.getByLabel(t('adminTeam.reason')).fill('The telephone fell into a kiln.')
  await admin.press(
    row.locator('form').getByRole('button', { name: t('adminTeam.acts.resetSecondFactor'), exact: true }),
  )
  await expect(row).toContainText(t('adminTeam.secondFactorOff'))
  await isOut(shopper)
  await shopper.open('/sign-in?returnTo=/admin/team')
  await signInByForm(shopper, operator)
  await expect(shopper.page).toHaveURL(/\/admin\/team$/)
})
