import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Db } from './fixtures/goods.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { placeByApi, type ShopApi, seenByApi, shopApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const dueMs = 90_000
const won = (minor: number) => `₩${minor.toLocaleString('en')}`

/** An order of two units that is on its way, before an admin. */
const sentOrder = async (shopper: Shopper, buyer: ShopApi, goods: { variantId: string }): Promise<string> => {
  const orderId = await placeByApi(buyer, { ...goods, quantity: 2 })
  await payUntilPacked(buyer, orderId)
  await signInByApi(shopper.page.context().request, demoLogin('admin'))
  const seen = await seenByApi(shopper.api, orderId)
  await shopper.api.admin.order.handOver.mutate({ ...seen, reason: 'The driver took it.' })
  await shopper.open(`/admin/orders/${orderId}`)
  return orderId
}

const partsOf = ({ page, t, press }: Shopper) => {
  const dialog = page.getByRole('dialog')
  const refund = page.getByRole('button', { name: t('adminOrder.acts.refund'), exact: true })
  const amount = dialog.getByLabel(t('adminOrder.refund.amount'))
  const reason = dialog.getByLabel(t('adminOrder.act.reason'))
  const sure = dialog.locator('button[type=submit]')
  const money = page.getByRole('region', { name: t('adminOrder.money.title') })
  const line = (name: 'taken' | 'back' | 'owed' | 'kept', minor: number) =>
    expect(
      money.locator('div').filter({ has: page.getByText(t(`adminOrder.money.${name}`), { exact: true }) }),
    ).toHaveText(`${t(`adminOrder.money.${name}`)}${won(minor)}`, { timeout: dueMs })
  const says = (state: 'part-refunded' | 'refunded') =>
    expect(page.getByText(t(`adminOrders.payments.${state}`), { exact: true })).toHaveCount(2)
  const open = async () => {
    await press(refund)
    await expect(dialog).toBeVisible()
  }
  return { dialog, refund, amount, reason, sure, line, says, open }
}

test('an order’s money goes back in parts until all of it has: by lines, each with a reason, never too much, the sums right', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const goods = await newGoods(3)
  const orderId = await sentOrder(shopper, buyer, goods)
  const total = await totalOf(db, orderId)
  const unit = Number((await db.orderLine.findFirstOrThrow({ where: { orderId } })).unitPriceMinor)
  const { dialog, refund, amount, reason, sure, line, says, open } = partsOf(shopper)
  await line('taken', total)
  await line('back', 0)

  await open()
  await dialog.getByRole('spinbutton').fill('1')
  await expect(amount).toHaveValue(String(unit))
  await expect(dialog).toContainText(t('admin.effects.back-to-card', { amount: won(unit) }))
  await expect(dialog).toContainText(t('admin.templates.payment-refunded'))
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await reason.fill('One came chipped.')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await line('back', unit)
  await line('kept', total - unit)
  await says('part-refunded')

  await open()
  await expect(dialog).toContainText(t('adminOrder.refund.left', { amount: won(total - unit) }))
  await amount.fill(String(total - unit + 1))
  await expect(dialog).toContainText(t('adminOrder.refund.tooMuch', { amount: won(total - unit) }))
  await reason.fill('The rest of it.')
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await expectNoViolations(page, 'too much to refund')
  await amount.fill('1000')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await line('back', unit + 1000)

  await open()
  await dialog.getByRole('spinbutton').fill('2')
  await expect(amount).toHaveValue(String(total - unit - 1000))
  await reason.fill('All of it now.')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await line('back', total)
  await line('kept', 0)
  await says('refunded')
  await expect.poll(() => db.notification.count({ where: { orderId, template: 'payment-refunded' } })).toBe(3)
  await expect(refund).toHaveAccessibleDescription(t('errors.refund-too-large'))
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: total })
  const asked = await db.refundRequest.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  expect(asked.map(({ reason, lines }) => [reason, lines])).toEqual([
    ['One came chipped.', [{ variantId: goods.variantId, quantity: 1 }]],
    ['The rest of it.', []],
    ['All of it now.', [{ variantId: goods.variantId, quantity: 2 }]],
  ])
})

test('a part that the gateway refuses is owed and said so; the rest can still go back, and a retry gives the part once', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await sentOrder(shopper, buyer, await newGoods(3))
  const total = await totalOf(db, orderId)
  const dispute = (disputed: boolean) => db.$executeRaw`
    update sandbox.charge set object = jsonb_set(object, '{disputed}', to_jsonb(${disputed}::boolean)) where order_id = ${orderId}`
  const { dialog, amount, reason, sure, line, open } = partsOf(shopper)
  await dispute(true)
  await open()
  await amount.fill('5000')
  await reason.fill('A chip at the rim.')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await line('owed', 5000)
  await line('kept', total)
  await dispute(false)

  await open()
  await expect(dialog).toContainText(t('adminOrder.refund.left', { amount: won(total - 5000) }))
  await expect(dialog).toContainText(t('adminOrder.refund.owed', { amount: won(5000) }))
  await amount.fill(String(total - 5000))
  await reason.fill('It was lost, too.')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await line('back', total - 5000)

  await press(page.getByRole('button', { name: t('admin.repair.retry'), exact: true }))
  await press(page.getByRole('button', { name: t('admin.repair.sure') }))
  await line('back', total)
  await line('kept', 0)
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: total })
})

const totalOf = async (db: Db, orderId: string): Promise<number> =>
  Number((await db.order.findUniqueOrThrow({ where: { id: orderId } })).totalMinor)
