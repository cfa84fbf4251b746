import { seedPast } from '../../../packages/db/src/seed/past/seed-past.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { ordersOf } from './fixtures/orders-of.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { stopCancellation } from './fixtures/stop-cancellation.ts'
import { expect, test } from './fixtures/test.ts'

test('an act on many says how far it is and can be stopped: what was done stays, the rest is left as it was', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(10)
  const buyer = shopApi(await newVisitor())
  const ids: string[] = []
  // One after the other: a cart keeps its lines until its order's stock is put aside.
  for (let nr = 0; nr < 6; nr += 1) {
    const id = await placeByApi(buyer, goods)
    ids.push(id)
    await expect.poll(() => statusByApi(buyer, id)).toBe('STOCK_RESERVED')
  }
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open(ordersOf(goods))
  await page.getByRole('checkbox', { name: t('adminOrders.chooseAll', { count: 6 }) }).check()
  await press(page.getByRole('button', { name: t('adminOrders.bulk.acts.cancel', { count: 6 }) }))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('adminOrder.act.reason')).fill('The kiln broke.')
  let answer = () => undefined as unknown
  const held = new Promise(resolve => {
    answer = () => resolve(undefined)
  })
  await page.route('**/trpc/admin.order.cancelMany*', async route => {
    await held
    await route.continue()
  })
  await press(dialog.getByRole('button', { name: t('adminOrders.bulk.do.cancel', { count: 6 }) }))
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '6')
  await dialog
    .getByRole('button', { name: t('adminOrders.bulk.stop') })
    .last()
    .click()
  answer()
  await expect(dialog).toContainText(
    t('adminOrders.bulk.cancelling', { total: 6, asked: 0, done: 5, refused: 0, left: 1 }),
  )
  await expect(dialog.getByRole('list', { name: t('adminOrders.bulk.results') }).getByRole('listitem')).toHaveCount(5)
  await expect
    .poll(
      async () => (await Promise.all(ids.map(id => statusByApi(buyer, id)))).filter(is => is === 'CANCELLED').length,
    )
    .toBe(5)
})

test('what stopped in many is turned round at once, for one reason, and each says what became of it', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(10)
  const buyer = shopApi(await newVisitor())
  const ids: string[] = []
  for (let nr = 0; nr < 3; nr += 1) {
    const id = await placeByApi(buyer, goods)
    ids.push(id)
    await expect.poll(() => statusByApi(buyer, id)).toBe('STOCK_RESERVED')
  }
  const cancellations = [await stopCancellation(db, ids[0] ?? ''), await stopCancellation(db, ids[1] ?? '')]
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open(ordersOf(goods))
  await page.getByRole('checkbox', { name: t('adminOrders.chooseAll', { count: 3 }) }).check()
  await press(page.getByRole('button', { name: t('adminOrders.bulk.acts.undo', { count: 2 }) }))
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(t('adminOrders.bulk.says.undo', { count: 2, rest: 1 }))
  const sure = dialog.getByRole('button', { name: t('adminOrders.bulk.do.undo', { count: 2 }) })
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(t('adminOrder.act.reason')).fill('They want it after all.')
  await press(sure)
  await expect(dialog).toContainText(t('adminOrders.bulk.done', { total: 2, done: 2, refused: 0 }))
  await expect(dialog.getByRole('list', { name: t('adminOrders.bulk.results') }).getByRole('listitem')).toHaveCount(2)
  for (const id of cancellations)
    await expect
      .poll(async () => (await db.saga.findUniqueOrThrow({ where: { id: `cancel-order:${id}` } })).status)
      .toBe('UNDONE')
  const acts = await db.auditEntry.findMany({ where: { orderId: { in: ids }, action: 'incident.undo' } })
  expect(acts.map(({ reason }) => reason)).toEqual(['They want it after all.', 'They want it after all.'])
})

test.describe('of more orders than a page has', () => {
  test.describe.configure({ mode: 'serial' })
  test.beforeAll(({ db }) => seedPast(db, { products: 0, users: 0, orders: 150 }, () => undefined))

  test('all that match are chosen with their exact number, on every page of the list, and let go again by a change', async ({
    shopper,
    db,
  }) => {
    const { page, t, press } = shopper
    await signInByApi(page.context().request, demoLogin('operations'))
    await shopper.open('/admin/orders?status=COMPLETED')
    const shown = await page.locator('tbody').getByRole('row').count()
    await page.getByRole('checkbox', { name: t('adminOrders.chooseAll', { count: shown }) }).check()
    const bar = page.getByRole('region', { name: t('adminOrders.bulk.title') })
    await expect(bar).toContainText(t('adminOrders.bulk.chosen', { count: shown }))
    await press(bar.getByRole('button', { name: t('adminOrders.bulk.widen') }))
    const count = await db.order.count({ where: { status: 'COMPLETED' } })
    expect(count).toBeGreaterThan(shown)
    await expect(bar).toContainText(t('adminOrders.bulk.chosen', { count }))
    await page.locator('tbody').getByRole('checkbox').first().uncheck()
    await expect(bar).toContainText(t('adminOrders.bulk.chosen', { count: shown - 1 }))
  })

  test('Back leads to the same page of the same list, as far down as it was', async ({ shopper }) => {
    const { page, t, press } = shopper
    await signInByApi(page.context().request, demoLogin('support'))
    await shopper.open('/admin/orders?status=COMPLETED')
    await press(page.getByRole('link', { name: t('adminOrders.next.newest') }))
    await expect(page).toHaveURL(/status=COMPLETED&cursor=/)
    const address = page.url()
    const link = page.locator('tbody').getByRole('link').nth(35)
    await link.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    expect(before).toBeGreaterThan(300)
    await press(link)
    await expect(page).toHaveURL(/\/admin\/orders\/ord_/)
    await page.goBack()
    await expect(page).toHaveURL(address)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeCloseTo(before, -2)
  })
})
