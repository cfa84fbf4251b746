import { newId } from '@makegood/core/ids'
import { openIncident } from '../../../packages/db/src/saga/open-incident.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

type Role = Parameters<typeof demoLogin>[0]

const openAs = async ({ page, open }: Shopper, role: Role, path: string): Promise<void> => {
  await signInByApi(page.context().request, demoLogin(role))
  await open(path)
}

test('an undo that fails is on Today without reloading, with the way to it, and gone once it is closed', async ({
  shopper,
  db,
}) => {
  const { page, t } = shopper
  await openAs(shopper, 'support', '/admin')
  await expect(page.getByRole('heading', { level: 1, name: t('adminToday.title') })).toBeVisible()
  const link = page.getByRole('link', { name: t('adminToday.attention.counts.undoFailed') })
  const count = async () => Number.parseInt(((await link.textContent()) ?? '').match(/\d+/)?.[0] ?? '', 10)
  const before = await count()
  const sagaId = newId('event', new Date())
  await openIncident(db, { orderId: null, sagaId, stepId: 'undo:charge-card', kind: 'undo-failed', detail: 'a drill' })
  await expect.poll(count, { timeout: 15_000 }).toBe(before + 1)
  await expect(link).toHaveAttribute('href', /\/admin\/attention\?kind=undo-failed$/)
  await db.incident.updateMany({ where: { sagaId }, data: { resolvedAt: new Date(), resolution: 'resolved' } })
  await expect.poll(count, { timeout: 15_000 }).toBe(before)
})

test('problems of one cause are one on Today, above the fold, and lead to all of them; one alone is tried again there', async ({
  shopper,
  db,
}) => {
  const { page, t, press } = shopper
  const openedAt = new Date('2020-01-01T00:00:00Z')
  const open = { orderId: null, detail: 'a drill' } as const
  const [two, three, alone] = [newId('event', new Date()), newId('event', new Date()), newId('event', new Date())]
  for (const sagaId of [two, three])
    await openIncident(db, { ...open, sagaId, stepId: 'undo:redeem-coupon', kind: 'undo-failed' })
  await openIncident(db, { ...open, sagaId: alone, stepId: 'charge-top-up', kind: 'step-failed' })
  const drills = { sagaId: { in: [two, three, alone] } }
  await db.incident.updateMany({ where: drills, data: { openedAt } })
  try {
    await openAs(shopper, 'operations', '/admin')
    const rows = page.getByRole('list', { name: t('adminToday.attention.problems') }).getByRole('listitem')
    const group = rows.filter({ hasText: t('adminToday.attention.times', { count: 2 }) }).first()
    await expect(group).toBeInViewport()
    const single = rows
      .filter({ has: page.getByRole('button', { name: t('adminToday.attention.acts.retry') }) })
      .first()
    await expect(single).toBeInViewport()
    await press(single.getByRole('button', { name: t('adminToday.attention.acts.retry') }))
    await expect(single.getByRole('button', { name: t('admin.repair.cancel') })).toBeVisible()
    await press(group.getByRole('link', { name: t('adminToday.attention.together', { count: 2 }) }))
    await expect(page).toHaveURL(/\/admin\/attention\?kind=undo-failed&step=undo%3Aredeem-coupon/)
  } finally {
    await db.incident.updateMany({ where: drills, data: { resolvedAt: new Date(), resolution: 'resolved' } })
  }
})

test('the count of stopped orders opens exactly those', async ({ shopper }) => {
  const { page, t, press } = shopper
  await openAs(shopper, 'support', '/admin')
  // Other tests stop orders meanwhile: the two are compared until none did in between.
  await expect(async () => {
    await shopper.open('/admin')
    const link = page.getByRole('link', { name: t('adminToday.attention.counts.stopped') })
    const count = Number.parseInt(((await link.textContent()) ?? '').match(/\d+/)?.[0] ?? '', 10)
    await press(link)
    await expect(page).toHaveURL(/\/admin\/orders\?saga=stopped$/)
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(Math.min(count, 50), { timeout: 1_000 })
  }).toPass({ timeout: 50_000 })
})

test('what is held opens the list of the orders that hold it, as many as are counted', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(2))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await openAs(shopper, 'support', '/admin')
  // Other tests hold goods meanwhile: the two are compared until none did in between.
  await expect(async () => {
    await shopper.open('/admin')
    const link = page.getByRole('link', { name: t('adminToday.attention.stockHeld') })
    const count = Number((((await link.textContent()) ?? '').match(/\d+/g) ?? []).at(-1))
    await press(link)
    await expect(page).toHaveURL(/\/admin\/orders\?held=stock$/)
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(Math.min(count, 50), { timeout: 1_000 })
  }).toPass({ timeout: 50_000 })
  await expect(page.getByRole('list', { name: t('adminOrders.filtered') })).toContainText(t('adminOrders.held.stock'))
})

test('an order counts in the figures of its hour without reloading; the period is in the address', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, press } = shopper
  await openAs(shopper, 'finance', '/admin')
  await press(page.getByRole('link', { name: t('adminToday.by.hour') }))
  await expect(page).toHaveURL(/\/admin\?by=hour$/)
  const figure = page.locator('dl > div').filter({ hasText: t('adminToday.figures.ordersMeaning') })
  const orders = async () => Number(((await figure.locator('dd p').first().textContent()) ?? '').replaceAll(/\D/g, ''))
  const before = await orders()
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(2))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await expect.poll(orders, { timeout: 20_000 }).toBeGreaterThan(before)
  const table = page.getByText(t('adminToday.charts.table')).first()
  await table.click()
  await expect(page.locator('figure').first().getByRole('row')).toHaveCount(25)
})

for (const path of ['/admin', '/admin?by=week', '/admin/system', '/admin/alerts', '/admin/audit', '/admin/settings'])
  test(`${path} is for everybody: axe, the way past the header, the dark, a phone`, async ({ shopper }) => {
    const { page } = shopper
    await openAs(shopper, 'admin', path)
    await expectSoundPage(shopper, path)
    await page.setViewportSize({ width: 320, height: 640 })
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess, `pixels by which ${path} can be pushed sideways at 320 px`).toBeLessThanOrEqual(0)
  })

test('nothing moves when an alert opens', async ({ shopper, db }) => {
  const { page, t } = shopper
  const rule = 'queue'
  const id = newId('alert', new Date())
  await db.alert.deleteMany({ where: { rule } })
  await page.clock.install()
  await openAs(shopper, 'support', '/admin/audit')
  const title = page.getByRole('heading', { level: 1 })
  const banner = page.getByRole('status').filter({ hasText: t(`adminAlerts.rules.${rule}`) })
  await expect(page.getByText(t('adminAlerts.noneOpen')).or(page.getByText(t('adminAlerts.see')))).toBeVisible()
  const before = await title.boundingBox()
  await expect(async () => {
    // The job that looks each minute may have closed it, as its rule is kept.
    await db.alert.deleteMany({ where: { rule } })
    await db.alert.create({ data: { id, rule, value: 1, worst: 1, threshold: 0 } })
    await page.clock.fastForward(31_000)
    await expect(banner).toBeVisible({ timeout: 3_000 })
  }).toPass()
  expect(await title.boundingBox()).toEqual(before)
  await db.alert.deleteMany({ where: { id } })
})

test('an open alert is on every page until somebody looks after it; support may not, operations may, and it is written down', async ({
  shopper,
  db,
}) => {
  const { page, t, press } = shopper
  // The rule is broken, so the job that looks each minute leaves the alert open.
  const sagaId = newId('event', new Date())
  await openIncident(db, { orderId: null, sagaId, stepId: 'refund', kind: 'refund-failed', detail: 'a drill' })
  const rule = 'failed-refund'
  const id = newId('alert', new Date())
  await db.$transaction([
    db.alert.deleteMany({ where: { rule } }),
    db.alert.create({ data: { id, rule, value: 1, worst: 1, threshold: 0 } }),
  ])
  await openAs(shopper, 'support', '/admin/audit')
  await expect(page.getByRole('status').filter({ hasText: t(`adminAlerts.rules.${rule}`) })).toBeVisible()
  await shopper.open('/admin/alerts')
  const item = page.getByRole('listitem').filter({ hasText: t(`adminAlerts.meanings.${rule}`) })
  await expect(item.getByRole('button', { name: t('adminAlerts.acknowledge') })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await openAs(shopper, 'operations', '/admin/alerts')
  await press(item.getByRole('button', { name: t('adminAlerts.acknowledge') }))
  await expect.poll(() => db.auditEntry.count({ where: { subject: id, action: 'alert.acknowledge' } })).toBe(1)
  await db.incident.updateMany({ where: { sagaId }, data: { resolvedAt: new Date(), resolution: 'resolved' } })
  await db.alert.deleteMany({ where: { id } })
})

test('the audit log is found by act and kept in the address; its file has what the page has', async ({
  shopper,
  db,
}) => {
  const { page, t, press } = shopper
  const subject = newId('event', new Date())
  await db.auditEntry.create({
    data: { id: newId('audit', new Date()), actorKind: 'system', action: 'drill.begin', subject, reason: '=1+1' },
  })
  await openAs(shopper, 'finance', '/admin/audit')
  await page.getByLabel(t('adminAudit.filters.about')).fill(subject)
  await press(page.getByRole('button', { name: t('adminAudit.filters.find') }))
  await expect(page).toHaveURL(new RegExp(`about=${subject}`))
  await expect(page.getByRole('row').filter({ hasText: 'drill.begin' })).toHaveCount(1)
  const saving = page.waitForEvent('download')
  await press(page.getByRole('button', { name: t('adminAudit.export') }))
  const file = await (await saving).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toContain(`drill.begin,,${subject},'=1+1`)
})
