import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test.describe('without a connection', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] })

  test('the console says that nothing is read again, and stops saying it once the connection is back', async ({
    shopper,
  }) => {
    const { page, open, t } = shopper
    await signInByApi(page.context().request, demoLogin('support'))
    await open('/admin/orders')
    const note = page.getByText(t('adminShell.offline'))
    await expect(note).toHaveCount(0)
    await page.context().setOffline(true)
    await expect(note).toBeVisible()
    await page.context().setOffline(false)
    await expect(note).toHaveCount(0)
  })

  test('an act is refused at once and does not go out by itself later; what was typed is kept', async ({
    shopper,
    newVisitor,
    newGoods,
    db,
  }) => {
    const { page, open, press, t } = shopper
    const buyer = shopApi(await newVisitor())
    const orderId = await placeByApi(buyer, await newGoods(3))
    await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
    await signInByApi(page.context().request, demoLogin('operations'))
    await open(`/admin/orders/${orderId}`)
    const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
    await press(page.getByRole('button', { name: t('adminOrder.acts.cancel'), exact: true }))
    const dialog = page.getByRole('dialog')
    const reason = dialog.getByLabel(t('adminOrder.act.reason'))
    await reason.fill('The shopper called.')
    await page.context().setOffline(true)
    const sure = dialog.getByRole('button', { name: t('adminOrder.acts.cancelSure', { number: String(number) }) })
    await press(sure)
    await expect(dialog.getByRole('alert')).toContainText(t('errors.offline'))
    await expect(reason).toHaveValue('The shopper called.')
    const readAgain = page.waitForResponse(response => response.url().includes('admin.order.') && response.ok())
    await page.context().setOffline(false)
    await readAgain
    expect(await db.cancellation.count({ where: { orderId } })).toBe(0)
    await expect(reason).toHaveValue('The shopper called.')
    await press(sure)
    await expect.poll(() => statusByApi(buyer, orderId)).toBe('CANCELLED')
  })
})

test('the focus goes back to the button whose dialog was closed, and what happens to an order is shown without reloading', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, open, t } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await signInByApi(page.context().request, demoLogin('operations'))
  await open(`/admin/orders/${orderId}`)
  const cancel = page.getByRole('button', { name: t('adminOrder.acts.cancel'), exact: true })
  await cancel.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(cancel).toBeFocused()
  const story = page.getByRole('main')
  await expect(story.getByText(t('order.statuses.CANCELLED'), { exact: true })).toHaveCount(0)
  await buyer.store.order.cancel.mutate({ orderId, cancellationId: `can_${orderId.slice(4)}` })
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('CANCELLED')
  await expect(story.getByText(t('order.statuses.CANCELLED'), { exact: true }).first()).toBeVisible({ timeout: 4_000 })
})

test('while the engine is away every page says so, and an act beside it that it is accepted and waits', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, open, press, t } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await signInByApi(page.context().request, demoLogin('operations'))
  await page.route('**/trpc/**admin.system.engine**', async route => {
    const answer = await route.fetch()
    const asked = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? []
    const answers = (await answer.json()) as unknown[]
    const away = { result: { data: { away: true, lastWorkedAt: '2026-01-05T03:04:00.000Z' } } }
    await route.fulfill({
      response: answer,
      json: answers.map((one, index) => (asked[index] === 'admin.system.engine' ? away : one)),
    })
  })
  await open(`/admin/orders/${orderId}`)
  await expect(page.getByRole('status').filter({ hasText: t('adminShell.engine.safe') })).toBeVisible()
  await press(page.getByRole('button', { name: t('adminOrder.acts.cancel'), exact: true }))
  await expect(page.getByRole('dialog')).toContainText(t('adminShell.engine.act'))
})

test('of a saga of hundreds of steps the last are drawn, and the others for whoever asks', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, open, press, t } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  const saga = await db.saga.findFirstOrThrow({ where: { orderId, name: 'reserve-order' } })
  const stepIds = Array.from({ length: 300 }, (_, index) => `drill-${index}`)
  await db.sagaStep.createMany({
    data: stepIds.map((stepId, index) => ({
      sagaId: saga.id,
      stepId,
      position: 1000 + index,
      kind: 'forward-only',
      status: 'DONE',
      attempts: 1,
      endedAt: new Date(),
    })),
  })
  try {
    await signInByApi(page.context().request, demoLogin('operations'))
    await open(`/admin/orders/${orderId}`)
    const steps = page.getByRole('list', { name: t('admin.stepsOf', { name: t('admin.sagaNames.reserve-order') }) })
    await expect(steps.getByRole('listitem')).toHaveCount(100)
    await expect(steps.getByText('drill-299', { exact: true }).first()).toBeVisible()
    const known = await db.sagaStep.count({ where: { sagaId: saga.id } })
    await press(page.getByRole('button', { name: t('admin.earlierSteps', { count: known - 100 }) }))
    await expect(steps.getByRole('listitem')).toHaveCount(known)
  } finally {
    await db.sagaStep.deleteMany({ where: { sagaId: saga.id, stepId: { in: stepIds } } })
  }
})
