import { newPerson } from './fixtures/accounts.ts'
import { linkInMailTo } from './fixtures/mails.ts'
import { becomeMember } from './fixtures/members.ts'
import { becomeOperator } from './fixtures/operators.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

test('support asks for what is above its limit, finance approves it, and the money moves once', async ({
  shopper,
  newShopper,
  db,
}) => {
  test.slow()
  const { t } = shopper
  const { userId } = await becomeMember(await newShopper(), db, 500n)
  const support = await newShopper()
  await becomeOperator(support, db, 'support')
  await support.open(`/admin/customers/${userId}`)
  await expectSoundPage(support, 'a customer')
  await support.press(support.page.getByRole('button', { name: t('adminCustomers.adjust') }))
  await support.page.getByLabel(t('adminCustomers.amount')).fill('250000')
  await support.page.getByLabel(t('adminTeam.reason')).fill('A whole set arrived broken.')
  await support.press(
    support.page.getByRole('button', { name: t('adminCustomers.ask.in', { amount: wonText(250_000n, 'en') }) }),
  )
  await expect(
    support.page.getByText(t('adminCustomers.outcomes.waiting.in', { amount: wonText(250_000n, 'en') })),
  ).toBeVisible()
  expect((await db.wallet.findUniqueOrThrow({ where: { userId } })).balanceMinor).toBe(500n)
  await expect(support.page.getByRole('button', { name: t('adminCustomers.approve') })).toHaveAttribute(
    'aria-disabled',
    'true',
  )

  await becomeOperator(shopper, db, 'finance')
  await shopper.open('/admin/customers/approvals')
  await expectSoundPage(shopper, 'what waits for a second pair of eyes')
  const row = shopper.page.locator('main li', { hasText: 'A whole set arrived broken.' }).first()
  await shopper.press(row.getByRole('button', { name: t('adminCustomers.approve'), exact: true }))
  await row.getByLabel(t('adminTeam.reason')).fill('Seen on the pictures.')
  await expect(
    row.getByRole('button', { name: t('adminCustomers.approve'), exact: true }),
    'one button to press',
  ).toBeHidden()
  const approve = t('adminCustomers.approveAct', { amount: wonText(250_000n, 'en') })
  await shopper.press(row.getByRole('button', { name: approve }))
  await expect.poll(async () => (await db.wallet.findUniqueOrThrow({ where: { userId } })).balanceMinor).toBe(250_500n)
  expect(await db.auditEntry.count({ where: { subject: userId, action: 'approval.approve' } })).toBe(1)
})

test.describe('the team', () => {
  // The page that whoever was removed opens.
  test.use({ expectedComplaints: [/status of 403 .*\/admin\/team/] })

  test('only an admin may change the team; who is invited chooses a password and is an operator', async ({
    shopper,
    newShopper,
    db,
  }) => {
    test.slow()
    const { t } = shopper
    const support = await newShopper()
    const { userId } = await becomeOperator(support, db, 'support')
    await support.open('/admin/team')
    await expectSoundPage(support, 'the team')
    await expect(support.page.getByRole('button', { name: t('adminTeam.invite') })).toHaveAttribute(
      'aria-disabled',
      'true',
    )

    await becomeOperator(shopper, db, 'admin')
    await shopper.open('/admin/team')
    const person = newPerson()
    await shopper.page.getByLabel(t('adminTeam.name'), { exact: true }).fill(person.name)
    await shopper.page.getByLabel(t('adminTeam.email'), { exact: true }).fill(person.email)
    await shopper.press(shopper.page.getByRole('button', { name: t('adminTeam.invite') }))
    const link = await linkInMailTo(person.email, /http\S+\/invitation\?token=[\w-]+/)
    const invited = await newShopper()
    await invited.page.goto(link)
    await invited.page.getByLabel(t('auth.newPassword')).fill(person.password)
    await invited.press(invited.page.getByRole('button', { name: t('invitation.accept') }))
    await expect(invited.page.getByText(t('invitation.done'))).toBeVisible()
    expect((await db.user.findUniqueOrThrow({ where: { email: person.email } })).role).toBe('support')

    const row = shopper.page.locator('main li', {
      hasText: (await db.user.findUniqueOrThrow({ where: { id: userId } })).email,
    })
    await shopper.press(row.getByRole('button', { name: new RegExp(t('adminTeam.acts.remove')) }))
    await row.getByLabel(t('adminTeam.reason')).fill('The contract ended.')
    await shopper.press(row.locator('form').getByRole('button', { name: t('adminTeam.acts.remove'), exact: true }))
    await expect(row).toHaveCount(0)
    await support.open('/admin/team')
    await expect(support.page.getByRole('heading', { level: 1 })).not.toHaveText(t('adminPlaces.team'))
  })
})

for (const [role, may, mayNot] of [
  ['support', 'admin.customer.list', 'admin.approval.decide'],
  ['operations', 'admin.order.list', 'admin.customer.adjustWallet'],
  ['finance', 'admin.approval.list', 'admin.team.invite'],
  ['admin', 'admin.team.list', null],
] as const)
  test(`${role} reads ${may} straight at the api, and is refused what is not theirs`, async ({ shopper, db }) => {
    await becomeOperator(shopper, db, role)
    const { request } = shopper.page.context()
    const input = may === 'admin.team.list' ? '' : `?input=${encodeURIComponent('{}')}`
    expect((await request.get(`/trpc/${may}${input}`)).status()).toBe(200)
    if (mayNot === null) return
    const origin = new URL((await request.get('/')).url()).origin
    const refused = await request.post(`/trpc/${mayNot}`, { data: {}, headers: { origin } })
    expect(refused.status()).toBe(403)
  })
