import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const question = ({ page, t }: Shopper) => page.getByRole('dialog', { name: t('adminShell.leave.title') })
const stay = async (shopper: Shopper) => {
  const asked = question(shopper)
  await expect(asked).toBeVisible()
  await shopper.press(asked.getByRole('button', { name: shopper.t('adminShell.leave.stay'), exact: true }).last())
  await expect(asked).toBeHidden()
}
const go = async (shopper: Shopper) => {
  const asked = question(shopper)
  await expect(asked).toBeVisible()
  await shopper.press(asked.getByRole('button', { name: shopper.t('adminShell.leave.go') }))
}

test('what is typed on a product is not lost by a link, the way back, a shortcut or a closed tab without a question', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, press, open } = shopper
  const goods = await newGoods(4)
  await signInByApi(page.context().request, demoLogin('operations'))
  await open('/admin/stock')
  await open(`/admin/products/${goods.productId}`)
  const product = page.url()
  const aside = page.getByRole('navigation', { name: t('adminShell.places') }).first()
  await press(aside.getByRole('link', { name: t('adminPlaces.coupons'), exact: true }))
  await expect(page).toHaveURL(/\/admin\/coupons$/)
  await page.goBack()
  await expect(page).toHaveURL(product)

  const name = page.getByLabel(t('adminCatalogue.nameEn'))
  await name.fill('Half a name')
  await press(aside.getByRole('link', { name: t('adminPlaces.coupons'), exact: true }))
  await stay(shopper)
  await expect(name, 'nothing is lost by the question').toHaveValue('Half a name')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await stay(shopper)
  await expect(page).toHaveURL(product)
  await page.evaluate(() => history.forward())
  await expect(question(shopper)).toBeVisible()
  await expect(page).toHaveURL(product)
  await go(shopper)
  await expect(page).toHaveURL(/\/admin\/coupons$/)

  await page.goBack()
  await name.fill('Half a name')
  const closing = page.waitForEvent('dialog')
  // The browser's own question holds the reload up, and a script that is held up may be told that its page is gone.
  void page.evaluate(() => window.location.reload()).catch(() => undefined)
  const browserAsks = await closing
  expect(browserAsks.type()).toBe('beforeunload')
  await browserAsks.dismiss()
  await expect(name).toHaveValue('Half a name')
  await press(aside.getByRole('link', { name: t('adminPlaces.stock'), exact: true }))
  await go(shopper)
  await expect(page).toHaveURL(/\/admin\/stock$/)
})

test('who saved is not asked, and neither is who only searched', async ({ shopper, newGoods }) => {
  const { page, t, press, open } = shopper
  const goods = await newGoods(4)
  await signInByApi(page.context().request, demoLogin('operations'))
  await open(`/admin/products/${goods.productId}`)
  await page.getByLabel(t('adminCatalogue.nameEn')).fill('A whole name')
  await press(page.getByRole('button', { name: t('adminCatalogue.save'), exact: true }))
  await expect(page.getByText(t('adminCatalogue.saved'), { exact: true })).toBeVisible()
  const aside = page.getByRole('navigation', { name: t('adminShell.places') }).first()
  await press(aside.getByRole('link', { name: t('adminPlaces.products'), exact: true }))
  await expect(page).toHaveURL(/\/admin\/products$/)
  await page.locator('main input[type=search]').fill('never sent')
  await press(aside.getByRole('link', { name: t('adminPlaces.stock'), exact: true }))
  await expect(page).toHaveURL(/\/admin\/stock$/)
})

test('a half-written note of an order, a new campaign and a reason are asked about, too', async ({ shopper, db }) => {
  const { page, t, press, open } = shopper
  await signInByApi(page.context().request, demoLogin('admin'))
  const aside = page.getByRole('navigation', { name: t('adminShell.places') }).first()
  const today = aside.getByRole('link', { name: t('adminPlaces.today'), exact: true })
  const asksAfter = async (type: () => Promise<void>) => {
    await type()
    await press(today)
    await stay(shopper)
  }

  const order = await db.order.findFirstOrThrow({ where: { status: 'CONFIRMED' }, select: { id: true } })
  await open(`/admin/orders/${order.id}`)
  const note = page.getByLabel(t('adminOrder.notes.add'))
  await asksAfter(() => note.fill('She will call ba'))
  await note.fill('')
  await press(today)
  await expect(page).toHaveURL(/\/admin$/)

  await open('/admin/coupons')
  await press(page.getByRole('button', { name: t('adminBoards.coupons.new'), exact: true }))
  await asksAfter(() => page.getByLabel(t('adminBoards.coupons.nameEn')).fill('Half price of'))
  await press(today)
  await go(shopper)
  await expect(page).toHaveURL(/\/admin$/)
})
