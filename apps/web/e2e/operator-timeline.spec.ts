import type { Locator } from '@playwright/test'
import type { Outputs } from '../src/lib/trpc/router.ts'
import { demoLogin, signInByForm } from './fixtures/accounts.ts'
import { payByApi, placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

type OperatorOrder = Outputs['admin']['order']['get']
type Saga = OperatorOrder['sagas'][number]
type Told = Record<string, { status: string; undone: boolean }>

/** What a declined and then paid order's sagas did, in the order they began. */
const story: { name: string; status: string; steps: Told }[] = [
  { name: 'reserve-order', status: 'COMPLETED', steps: { 'reserve-stock': { status: 'DONE', undone: false } } },
  {
    name: 'pay-order',
    status: 'UNDONE',
    steps: {
      'confirm-stock': { status: 'DONE', undone: true },
      'charge-card': { status: 'REFUSED', undone: false },
      'put-order-back': { status: 'DONE', undone: false },
    },
  },
  {
    name: 'pay-order',
    status: 'COMPLETED',
    steps: {
      'confirm-stock': { status: 'DONE', undone: false },
      'charge-card': { status: 'DONE', undone: false },
      'mark-paid': { status: 'DONE', undone: false },
      'confirm-order': { status: 'DONE', undone: false },
    },
  },
  {
    name: 'fulfil-order',
    status: 'COMPLETED',
    steps: {
      'register-shipment': { status: 'DONE', undone: false },
      'mark-preparing': { status: 'DONE', undone: false },
    },
  },
]

const tellSteps = ({ steps }: Saga): Told =>
  Object.fromEntries(steps.map(step => [step.stepId, { status: step.status, undone: step.undoStatus === 'DONE' }]))

const seeSaga = async ({ t }: Shopper, shown: Locator, saga: Saga): Promise<void> => {
  await expect(shown).toContainText(saga.name)
  await expect(shown).toContainText(t(`admin.sagaStatuses.${saga.status}`))
  await expect(shown).toContainText(saga.correlationId)
  await expect(shown.locator(`time[datetime="${saga.startedAt}"]`).first()).toBeVisible()
  const steps = shown.getByRole('listitem')
  await expect(steps).toHaveCount(saga.steps.length)
  for (const [index, step] of saga.steps.entries()) {
    const row = steps.nth(index)
    await expect(row.getByText(step.stepId, { exact: true })).toBeVisible()
    await expect(row).toContainText(t(`admin.stepStatuses.${step.status}`))
    await expect(row).toContainText(t('admin.attempts', { count: step.attempts }))
    await expect(row.locator(`time[datetime="${step.startedAt}"]`).first()).toBeVisible()
    if (step.error) await expect(row).toContainText(step.error)
    if (step.undoStatus === 'DONE') {
      await expect(row).toContainText(t('admin.undo.DONE', { count: step.undoAttempts }))
      await expect(row.locator(`time[datetime="${step.undoneAt}"]`)).toBeVisible()
    } else {
      await expect(row).not.toContainText(t('admin.undo.DONE', { count: 1 }))
    }
  }
}

const seePayments = async ({ page, t }: Shopper, { payments }: OperatorOrder): Promise<void> => {
  const rows = page.getByRole('region', { name: t('admin.payments') }).getByRole('listitem')
  await expect(rows).toHaveCount(payments.length)
  for (const [index, payment] of payments.entries()) {
    await expect(rows.nth(index)).toContainText(t(`admin.paymentStatuses.${payment.status}`))
    if (payment.chargeRef) await expect(rows.nth(index)).toContainText(payment.chargeRef)
  }
}

test('after a declined and then paid order, an operator finds it in the console and reads every step as it went', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(4))
  const reach = (status: string) => expect.poll(() => statusByApi(buyer, orderId)).toBe(status)
  await reach('STOCK_RESERVED')
  await payByApi(buyer, orderId, 'pm_card_chargeDeclined')
  await reach('STOCK_RESERVED')
  await payByApi(buyer, orderId, 'pm_card_visa')
  await reach('PREPARING')
  const { number } = await buyer.store.order.get.query({ orderId, locale: 'en' })

  const { page, t, press } = shopper
  await shopper.open(`/sign-in?returnTo=${encodeURIComponent(`/admin/orders?q=${number}`)}`)
  await signInByForm(shopper, demoLogin('support'))
  await expect(page.getByRole('heading', { level: 1, name: t('admin.orders') })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText(t('order.statuses.PREPARING'))
  await press(row.getByRole('link', { name: number }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('admin.orderNumber', { number }))

  const order = await shopper.api.admin.order.get.query({ orderId, locale: 'en' })
  expect(order.sagas.map(saga => ({ name: saga.name, status: saga.status, steps: tellSteps(saga) }))).toEqual(story)
  const region = page.getByRole('region', { name: t('adminOrder.timeline.title') })
  for (const [index, saga] of order.sagas.entries()) await seeSaga(shopper, region.getByRole('region').nth(index), saga)
  await seePayments(shopper, order)
  for (const { reason } of order.history)
    await expect(region.getByText(`${t(`admin.reasons.${reason as 'placed'}`)} ·`).first()).toBeVisible()
  await expect(region.getByText(t('admin.reasons.payment-failed'))).toHaveCount(1)
  await expect(page.getByText(t('admin.incidents'))).toBeHidden()
})
