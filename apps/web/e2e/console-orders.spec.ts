import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { ordersOf } from './fixtures/orders-of.ts'
import { expectNoViolations, expectSoundPage } from './fixtures/page-checks.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test('filters stand in the address, hold together, and come back with Back', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  const { number } = await buyer.store.order.get.query({ orderId, locale: 'en' })
  await signInByApi(page.context().request, demoLogin('support'))
  await shopper.open('/admin/orders')
  await expectSoundPage(shopper, 'the list of orders')
  const menu = (name: string) => page.getByRole('search').getByRole('button', { name }).first()
  await press(menu(t('adminOrders.columns.status')))
  await page.getByRole('checkbox', { name: t('order.statuses.STOCK_RESERVED') }).check()
  await expect(page).toHaveURL(/status=STOCK_RESERVED$/)
  await expectNoViolations(page, 'a menu of filters')
  await menu(t('adminOrders.columns.payment')).click()
  await page.getByRole('checkbox', { name: t('adminOrders.payments.none') }).check()
  await expect(page).toHaveURL(/status=STOCK_RESERVED&payment=none/)
  await page.keyboard.press('Escape')
  await menu(t('adminOrders.moreFilters')).click()
  await expectNoViolations(page, 'all filters')
  const row = page.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText(t('order.statuses.STOCK_RESERVED'))
  await press(row.getByRole('link', { name: number }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('admin.orderNumber', { number }))
  await page.goBack()
  await expect(page).toHaveURL(/status=STOCK_RESERVED&payment=none/)
  await expect(page.getByRole('row').filter({ hasText: number })).toBeVisible()
  await shopper.open('/admin/orders?status=COMPLETED&payment=none')
  await expect(page.getByText(t('adminOrders.none'))).toBeVisible()
})

test('what is typed is sent together and keeps what is ticked; each filter is taken away by itself, or all at once', async ({
  shopper,
}) => {
  const { page, t, press } = shopper
  await signInByApi(page.context().request, demoLogin('support'))
  await shopper.open('/admin/orders?status=CANCELLED,PAID&sort=oldest')
  await press(page.getByRole('button', { name: t('adminOrders.moreFilters') }))
  await page.getByLabel(t('adminOrders.filters.product')).fill('bowl')
  await page.getByLabel(t('adminOrders.filters.totalFrom')).fill('1000')
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('button', { name: t('adminOrders.apply') }).click()
  await expect(page).toHaveURL(/q=a/)
  for (const part of ['status=CANCELLED%2CPAID', 'sort=oldest', 'product=bowl', 'totalFrom=1000'])
    expect(page.url()).toContain(part)
  const chips = page.getByRole('list', { name: t('adminOrders.filtered') })
  const chipOf = (title: string, value: string) =>
    chips.getByRole('button', { name: t('adminOrders.removeFilter', { name: `${title}: ${value}` }) })
  await chipOf(t('adminOrders.columns.status'), t('order.statuses.PAID')).click()
  await expect(page).toHaveURL(/status=CANCELLED&/)
  await chipOf(t('adminOrders.search'), 'a').click()
  await expect(page).not.toHaveURL(/q=a/)
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await chips.getByRole('link', { name: t('adminOrders.clear') }).click()
  await expect(page).toHaveURL(/\/orders\?sort=oldest$/)
  await expect(chips).toHaveCount(0)
})

test('no filter leaves a phone: every menu stays within its screen', async ({ shopper }) => {
  const { page, t, press } = shopper
  await page.setViewportSize({ width: 320, height: 640 })
  await signInByApi(page.context().request, demoLogin('support'))
  await shopper.open('/admin/orders?status=CANCELLED')
  for (const name of ['status', 'payment', 'saga'] as const) {
    await press(
      page
        .getByRole('search')
        .getByRole('button', { name: t(`adminOrders.columns.${name}`) })
        .first(),
    )
    const panel = await page.getByRole('dialog', { name: t(`adminOrders.columns.${name}`) }).boundingBox()
    expect(panel?.x).toBeGreaterThanOrEqual(0)
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(320)
    await page.keyboard.press('Escape')
  }
})

test('an order is found by its number, and new ones are told without a row moving', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, press } = shopper
  const goods = await newGoods(5)
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, goods)
  const { number } = await buyer.store.order.get.query({ orderId, locale: 'en' })
  await signInByApi(page.context().request, demoLogin('support'))
  await shopper.open('/admin/orders')
  const first = await page.getByRole('row').nth(1).getByRole('link').textContent()
  const another = await placeByApi(shopApi(await newVisitor()), goods)
  const badge = page.getByRole('link', { name: /new order/ })
  await expect(badge).toBeVisible()
  await expect(page.getByRole('row').nth(1).getByRole('link')).toHaveText(first ?? '')
  await press(badge)
  await expect(page.locator(`a[href$="/admin/orders/${another}"]`).first()).toBeVisible()
  await page.getByRole('searchbox').fill(number)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`q=${number}`))
  await expect(page.getByRole('row').filter({ hasText: number })).toBeVisible()
})

test('a view is kept under a name and opened again; support may not share it, and reads who may', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const name = `held ${Date.now()}`
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await signInByApi(page.context().request, demoLogin('support'))
  await shopper.open('/admin/orders?status=STOCK_RESERVED&columns=placedAt,total')
  await press(page.getByRole('button', { name: t('adminOrders.views.save') }))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox')).toBeDisabled()
  await expect(dialog).toContainText('operations')
  await dialog.getByLabel(t('adminOrders.views.name')).fill(name)
  await press(dialog.getByRole('button', { name: t('adminOrders.views.keep') }))
  await shopper.open('/admin/orders')
  await press(page.getByRole('link', { name }))
  await expect(page).toHaveURL(/status=STOCK_RESERVED/)
  await expect(page.getByRole('columnheader')).toHaveCount(4)
  await press(page.getByRole('button', { name: t('adminOrders.views.remove', { name }) }))
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('many are cancelled with one reason, number and sum said before, and the answer says what became of each', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(5)
  const [one, two] = [shopApi(await newVisitor()), shopApi(await newVisitor())]
  const ids = [await placeByApi(one, goods), await placeByApi(two, goods)]
  for (const [api, id] of [
    [one, ids[0]],
    [two, ids[1]],
  ] as const)
    await expect.poll(() => statusByApi(api, id ?? '')).toBe('STOCK_RESERVED')
  await payUntilPacked(one, ids[0] ?? '')
  const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: ids[0] ?? '' } })
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open(ordersOf(goods))
  await page.getByRole('checkbox', { name: t('adminOrders.chooseAll', { count: 2 }) }).check()
  const bar = page.getByRole('region', { name: t('adminOrders.bulk.title') })
  await expect(bar).toContainText(t('adminOrders.bulk.chosen', { count: 2 }))
  await expect(bar.getByRole('button', { name: t('adminOrders.bulk.acts.confirm', { count: 0 }) })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await press(bar.getByRole('button', { name: t('adminOrders.bulk.acts.cancel', { count: 2 }) }))
  const dialog = page.getByRole('dialog')
  const sure = dialog.getByRole('button', { name: t('adminOrders.bulk.do.cancel', { count: 2 }) })
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  const amount = `₩${totalMinor.toLocaleString('en')}`
  await expect(dialog).toContainText(t('adminOrders.bulk.moneyBack', { count: 2, amount }))
  await dialog.getByLabel(t('adminOrder.act.reason')).fill('The kiln broke.')
  await press(sure)
  await expect(dialog.getByRole('listitem').filter({ hasText: t('adminOrders.bulk.cancelled') })).toHaveCount(2)
  for (const [api, id] of [
    [one, ids[0]],
    [two, ids[1]],
  ] as const)
    await expect.poll(() => statusByApi(api, id ?? '')).toBe('CANCELLED')
})

test('the filtered list is downloaded as a file that no table program takes for formulas', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  const order = await db.order.update({ where: { id: orderId }, data: { recipient: '=1+1' } })
  await signInByApi(page.context().request, demoLogin('finance'))
  await shopper.open(`/admin/orders?q=${order.number}`)
  const downloading = page.waitForEvent('download')
  await press(page.getByRole('button', { name: t('adminOrders.export.start') }))
  const stream = await (await downloading).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  const text = Buffer.concat(parts).toString('utf8')
  expect(text.startsWith(`\uFEFF${t('adminOrders.columns.number')},`)).toBe(true)
  expect(text).toContain(`${order.number},`)
  expect(text).toContain(t('order.statuses.STOCK_RESERVED'))
  expect(text).toContain("'=1+1")
  expect(await db.auditEntry.count({ where: { action: 'order.export' } })).toBeGreaterThan(0)
})

test('the keys of the console go to places, find orders, and keep still while somebody types', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  const { number } = await buyer.store.order.get.query({ orderId, locale: 'en' })
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open('/admin/orders')
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toContainText(t('adminShell.keys.title'), { timeout: 1_000 })
  }, 'a key before the page is alive does nothing').toPass()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('go?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: t('adminShell.paletteHint') }).fill(number)
  await expect(page.getByRole('option').filter({ hasText: number }).first()).toBeVisible()
  await expectNoViolations(page, 'the palette')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(orderId))
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/\/admin\/orders$/)
})
