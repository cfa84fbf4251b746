import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { becomeMember, claimCoupon, endCampaigns } from './fixtures/members.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'

test.afterAll(({ db }) => endCampaigns(db))

test('a campaign counts its claims while it is looked at, is extended and stopped from the page, each with who and why', async ({
  shopper,
  newShopper,
  db,
}) => {
  test.slow()
  const { page, t, press, open } = shopper
  const member = await newShopper()
  await becomeMember(member, db)
  const name = await claimCoupon(member, db, { quantity: 3 })
  const before = await db.couponCampaign.findFirstOrThrow({ where: { nameEn: name } })
  const campaignId = before.id
  await signInByApi(page.context().request, demoLogin('operations'))
  await open('/admin/coupons')
  await expectSoundPage(shopper, 'the coupons')
  const row = page.locator('main li', { has: page.getByRole('heading', { name }) })
  await expect(row).toContainText(t('adminBoards.coupons.of', { claimed: 1, quantity: 3 }))
  const other = await newShopper()
  await becomeMember(other, db)
  await other.api.store.coupon.claim.mutate({ campaignId })
  await expect(row, 'without a reload').toContainText(t('adminBoards.coupons.of', { claimed: 2, quantity: 3 }))

  const reason = row.getByLabel(t('adminTeam.reason'))
  await press(row.getByRole('button', { name: t('adminBoards.coupons.extend'), exact: true }))
  await row.getByLabel(t('adminBoards.coupons.quantity')).fill('5')
  await reason.fill('More came than we thought.')
  await press(row.getByRole('button', { name: t('adminBoards.coupons.extendAct') }))
  await expect(row).toContainText(t('adminBoards.coupons.of', { claimed: 2, quantity: 5 }))
  const extended = await db.couponCampaign.findUniqueOrThrow({ where: { id: campaignId } })
  expect(extended.validTo, 'only the number was changed').toEqual(before.validTo)

  await press(row.getByRole('button', { name: t('adminBoards.coupons.orders') }))
  await expect(row).toContainText(t('adminBoards.coupons.noOrders'))
  await press(row.getByRole('button', { name: t('adminBoards.coupons.stop'), exact: true }))
  await reason.fill('It was meant for members.')
  await press(row.getByRole('button', { name: t('adminBoards.coupons.stopAct') }))
  await expect(row).toContainText(t('adminBoards.coupons.states.stopped'))
  const late = await newShopper()
  await becomeMember(late, db)
  await expect(late.api.store.coupon.claim.mutate({ campaignId })).rejects.toThrow()
  const acts = await db.auditEntry.findMany({ where: { subject: campaignId }, orderBy: { id: 'asc' } })
  expect(acts.map(({ action, reason: why }) => [action, why])).toEqual([
    ['coupon.extend', 'More came than we thought.'],
    ['coupon.stop', 'It was meant for members.'],
  ])
})
