import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { becomeMember } from './fixtures/members.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

test('what finance puts into a wallet is a line of its ledger at once, below it what was there before', async ({
  shopper,
  newShopper,
  db,
}) => {
  const member = await newShopper()
  const { userId } = await becomeMember(member, db, 5_000n)
  const { page, open, press, t } = shopper
  await signInByApi(page.context().request, demoLogin('finance'))
  await open(`/admin/customers/${userId}`)
  const line = (amount: bigint, after: bigint) =>
    page
      .getByRole('row')
      .filter({ hasText: t('adminCustomers.entryKinds.ADJUSTMENT') })
      .filter({ has: page.getByRole('cell', { name: wonText(amount, 'en'), exact: true }) })
      .filter({ has: page.getByRole('cell', { name: wonText(after, 'en'), exact: true }) })
  await expect(line(5_000n, 5_000n)).toBeVisible()

  await press(page.getByRole('button', { name: t('adminCustomers.adjust'), exact: true }))
  await page.getByLabel(t('adminCustomers.amount')).fill('1200')
  await page.getByLabel(t('adminTeam.reason')).fill('A cup arrived chipped.')
  await press(
    page.getByRole('button', {
      name: t('adminCustomers.adjustNow.in', { amount: wonText(1_200n, 'en') }),
      exact: true,
    }),
  )
  await expect(page.getByText(t('adminCustomers.outcomes.applied.in', { amount: wonText(1_200n, 'en') }))).toBeVisible()
  await expect(line(1_200n, 6_200n)).toBeVisible()
  await expect(line(5_000n, 5_000n)).toBeVisible()
})
