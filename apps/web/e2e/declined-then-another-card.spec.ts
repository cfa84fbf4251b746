import { stockOf } from './fixtures/goods.ts'
import { expectNoReload, markWindow } from './fixtures/reload-marker.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

const plainWords = {
  ko: { why: /거절되었습니다/, noMoney: /빠져나간 돈은 없고/, next: /다른 카드로 결제/ },
  en: { why: /declined/, noMoney: /No money has left your account/, next: /use another card/ },
}

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a declined card costs nothing and loses nothing: the reason is told, and another card pays at once', async ({
      shopper,
      newGoods,
      db,
    }) => {
      const { page, t, api } = shopper
      const goods = await newGoods(3)
      await shopper.open(`/products/${goods.slug}`)
      await shopper.addToCart(goods)
      await shopper.goToCheckout()
      await shopper.fillParcel()
      const orderId = await shopper.buyWith(cards.declined, goods.priceMinor)

      const told = page.getByRole('region', { name: t('pay.title') }).getByRole('alert')
      for (const words of Object.values(plainWords[language])) await expect(told).toContainText(words)
      await expect(told).toBeFocused()
      await expect(told).not.toContainText(/card_declined|generic_decline|\b402\b/)
      await shopper.seeHeadline('STOCK_RESERVED')

      const undone = page.getByRole('listitem').filter({ hasText: t('order.stages.payment-failed.title') })
      await expect(undone).toContainText(t('order.states.mended'))
      expect(await statusByApi(api, orderId)).toBe('STOCK_RESERVED')
      await expect.poll(() => stockOf(db, goods)).toEqual({ available: 2, reserved: 1, sold: 0 })
      await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 0, failed: 1 })

      await markWindow(page)
      await shopper.payWith(cards.paysToo, goods.priceMinor)
      await shopper.seeHeadline('PREPARING')
      await expectNoReload(page)
      await expect(undone, 'what was undone stays told').toBeVisible()
      await expect.poll(() => stockOf(db, goods)).toEqual({ available: 2, reserved: 0, sold: 1 })
      await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, failed: 1, amountRefunded: 0 })
    })
  })
}
