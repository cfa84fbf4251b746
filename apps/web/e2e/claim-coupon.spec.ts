import { newId } from '@makegood/core/ids'
import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import type { Db } from './fixtures/goods.ts'
import { shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

const newCampaign = async (db: Db, quantity: number): Promise<string> => {
  const id = newId('campaign', new Date())
  const day = 24 * 60 * 60 * 1000
  await db.couponCampaign.create({
    data: {
      id,
      nameKo: `시험 쿠폰 ${id.slice(-5)}`,
      nameEn: `Coupon of a test ${id.slice(-5)}`,
      kind: 'FIXED',
      amountMinor: 1000n,
      minimumMinor: 0n,
      currency: 'KRW',
      validFrom: new Date(Date.now() - day),
      validTo: new Date(Date.now() + day),
      quantity,
    },
  })
  return id
}

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('what is left falls before the shopper’s eyes, one coupon is theirs, and the last one is gone', async ({
      shopper,
      newVisitor,
      db,
    }) => {
      const { page, t } = shopper
      const campaignId = await newCampaign(db, 2)
      await signUpByApi(page.context().request, newPerson())
      await shopper.open('/account/coupons')
      const card = page.locator(`[data-campaign="${campaignId}"]`)
      await expect(card.getByTestId('left')).toHaveText(t('account.coupons.left', { left: 2, quantity: 2 }))
      const other = await newVisitor()
      await signUpByApi(other, newPerson())
      await shopApi(other).store.coupon.claim.mutate({ campaignId })
      await expect(card.getByTestId('left')).toHaveText(t('account.coupons.left', { left: 1, quantity: 2 }))

      const claim = card.getByRole('button', { name: t('account.coupons.claim') })
      await claim.dblclick()
      await expect(card.getByRole('button', { name: t('account.coupons.have') })).toBeDisabled()
      await expect(card.getByTestId('left')).toHaveText(t('account.coupons.gone'))
      const mine = page.getByRole('region', { name: t('account.coupons.mine'), exact: true })
      await expect(mine).toContainText(t('account.coupons.states.ready'))
      expect(await db.couponClaim.count({ where: { campaignId } })).toBe(2)
    })
  })
}
