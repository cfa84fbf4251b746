import { stockOf } from './fixtures/goods.ts'
import { expectNoReload, markWindow } from './fixtures/reload-marker.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { expect, test } from './fixtures/test.ts'

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a guest buys from the home page on, and the order is confirmed and packed before their eyes', async ({
      shopper,
      newGoods,
      db,
    }) => {
      const { page, t, press, api } = shopper
      const goods = await newGoods(7)
      const onShelf = async () => {
        const { variants } = await api.store.catalogue.get.query({ slug: goods.slug, locale: language })
        return variants[0]?.available
      }
      expect(await onShelf()).toBe(7)

      await shopper.open('/')
      await markWindow(page)
      await press(page.getByRole('link', { name: t('home.look') }))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.title'))
      await press(page.getByRole('link', { name: goods.name[language] }))
      await shopper.addToCart(goods)
      await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 1 }) })).toBeVisible()
      await shopper.goToCheckout()
      await shopper.fillParcel()
      const orderId = await shopper.placeOrder(goods.priceMinor)

      await shopper.seeHeadline('STOCK_RESERVED')
      await expect(page.getByRole('timer')).toContainText(/(29|30):\d\d/)
      await shopper.payWith(cards.pays, goods.priceMinor)
      await shopper.seeHeadline('PREPARING')

      await expectNoReload(page)
      const stages = page.getByRole('list', { name: t('order.progress') }).getByRole('listitem')
      for (const [index, stage] of (['placed', 'reserved', 'paid', 'confirmed', 'preparing'] as const).entries()) {
        await expect(stages.nth(index)).toContainText(t(`order.stages.${stage}.title`))
        await expect(stages.nth(index)).toContainText(t('order.states.done'))
      }
      await expect(page.getByRole('link', { name: t('order.parcel.follow') })).toHaveAttribute('href', /^http/)
      await expect(page.getByRole('button', { name: t('order.cancel.open') })).toBeHidden()
      await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 0 }) })).toBeVisible()
      expect((await api.store.cart.get.query({ locale: language })).lines).toEqual([])
      expect(await onShelf()).toBe(6)
      expect(await stockOf(db, goods)).toEqual({ available: 6, reserved: 0, sold: 1 })
      expect(await chargesOf(orderId)).toMatchObject({ count: 1, failed: 0, amountRefunded: 0 })
    })
  })
}
