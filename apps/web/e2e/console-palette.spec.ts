import { openIncident } from '../../../packages/db/src/saga/open-incident.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const openPalette = async ({ page, t, press }: Shopper, text: string) => {
  await press(page.getByRole('button', { name: t('adminShell.palette') }))
  await page.getByRole('combobox', { name: t('adminShell.paletteHint') }).fill(text)
}

test('the palette offers what an order’s state and the role allow; what is chosen says what it does, and does it only after that', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await payUntilPacked(buyer, orderId)
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open('/admin')
  const option = (act: 'cancel' | 'handOver' | 'confirm' | 'refund' | 'note' | 'retry') =>
    page.getByRole('option').filter({ hasText: t(`adminShell.orderActs.${act}`) })
  await openPalette(shopper, String(number))
  await expect(option('cancel')).toBeVisible()
  await expect(option('handOver')).toBeVisible()
  await expect(option('note')).toBeVisible()
  for (const act of ['confirm', 'refund', 'retry'] as const) await expect(option(act)).toHaveCount(0)
  await expectNoViolations(page, 'the palette with the acts of an order')
  await page.getByRole('combobox').fill(`${number} ${t('adminShell.orderActs.cancel').slice(0, 2).toLowerCase()}`)
  await expect(page.getByRole('option').first()).toContainText(t('adminShell.orderActs.cancel'))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(t('adminOrder.acts.cancelTitle', { number: String(number) }))
  await expect(dialog).toContainText(t('adminOrder.act.will'))
  await expect(dialog.locator('button[type=submit]')).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${orderId}$`))
  await expect(page.locator('[data-order-act=cancel]'), 'the focus goes to the act’s own button').toBeFocused()
  expect(await statusByApi(buyer, orderId)).toBe('PREPARING')

  await openPalette(shopper, String(number))
  await press(option('note'))
  await expect(page.getByLabel(t('adminOrder.notes.add'))).toBeFocused()
})

test('an act that is not the role’s is not offered, and a link to it says whose it is', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t } = shopper
  const orderId = await placeByApi(shopApi(await newVisitor()), await newGoods(3))
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await signInByApi(page.context().request, demoLogin('finance'))
  await shopper.open(`/admin/orders/${orderId}?act=cancel`)
  await expect(page.getByRole('status').filter({ hasText: t('adminOrder.acts.cancel') })).toContainText('operations')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openPalette(shopper, String(number))
  await expect(page.getByRole('option').filter({ hasText: t('adminShell.orderActs.note') })).toBeVisible()
  await expect(page.getByRole('option').filter({ hasText: t('adminShell.orderActs.cancel') })).toHaveCount(0)
})

test('the first digits of a number already name its order', async ({ shopper, newVisitor, newGoods, db }) => {
  const { page } = shopper
  const orderId = await placeByApi(shopApi(await newVisitor()), await newGoods(3))
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await signInByApi(page.context().request, demoLogin('support'))
  await shopper.open('/admin')
  await openPalette(shopper, String(number).slice(0, -1))
  await expect(page.getByRole('option').filter({ hasText: String(number) })).toBeVisible()
})

test('a retry opens where it says what it does, takes the focus with it, and gives it back', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const orderId = await placeByApi(shopApi(await newVisitor()), await newGoods(3))
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await openIncident(db, { orderId, sagaId: orderId, stepId: 'saga', kind: 'saga-failed', detail: 'a drill' })
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open('/admin')
  await openPalette(shopper, String(number))
  await press(page.getByRole('option').filter({ hasText: t('adminShell.orderActs.retry') }))
  await expect(page).toHaveURL(/act=retry/)
  const cancel = page.getByRole('region', { name: t('admin.incidents') }).getByRole('button', {
    name: t('admin.repair.cancel'),
  })
  await expect(cancel).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-labelledby'))).toBe(
    'incidents',
  )
  await press(cancel)
  await expect(page.locator('[data-opens=retry]')).toBeFocused()
  expect(await db.incident.count({ where: { orderId, resolvedAt: null } })).toBe(1)
})
