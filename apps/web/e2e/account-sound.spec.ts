import { newId } from '@makegood/core/ids'
import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { parcel, payByApi, placeByApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

const places = ['', '/orders', '/wallet', '/coupons', '/addresses', '/notifications', '/profile', '/delete'] as const

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('the pages around an account are sound', async ({ shopper }) => {
      for (const path of ['/orders/find?link=old', '/forgot-password', '/reset-password', '/account-removed'])
        await test.step(path, async () => {
          await shopper.open(path)
          await expectSoundPage(shopper, path)
        })
    })

    test('every page of an account is sound, and so is a receipt', async ({ shopper, newGoods }) => {
      test.slow()
      const { page, api } = shopper
      await signUpByApi(page.context().request, newPerson())
      const { email: _, ...address } = parcel
      await api.store.address.save.mutate({ addressId: newId('address', new Date()), address })
      const orderId = await placeByApi(api, { ...(await newGoods(2)), locale: language })
      await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
      await payByApi(api, orderId)
      await expect.poll(() => statusByApi(api, orderId)).not.toBe('PAYMENT_PROCESSING')
      for (const place of places)
        await test.step(place || 'overview', async () => {
          await shopper.open(`/account${place}`)
          await expectSoundPage(shopper, place)
        })
      await shopper.open(`/orders/${orderId}/receipt`)
      await expectSoundPage(shopper, 'receipt')
    })

    test('a guest who opens a page of an account signs in and is back on it', async ({ shopper }) => {
      const { page, t } = shopper
      await shopper.open('/account/wallet')
      await page.waitForURL(/\/sign-in\?returnTo=/)
      expect(new URL(page.url()).searchParams.get('returnTo')).toBe('/account/wallet')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('auth.signIn'))
    })
  })
}
