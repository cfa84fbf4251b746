import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { listTopProducts } from '@makegood/db/ranking/list-top-products'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { breakReactions, mendReactions } from '../../test/reactions-down/break-reactions.ts'
import { type Arrived, readArrived } from '../../test/reactions-down/outside.ts'
import { createShoppers } from '../../test/reactions-down/shoppers.ts'
import { standKeys } from '../../test/stand/keys.ts'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'
import { sendDeliveries } from '../data-delivery/send-deliveries.ts'
import { sendNotifications } from '../notify/send-notifications.ts'
import { reaction as audit } from './audit/audit.ts'

const shopperCount = 6
const ordersEach = 4
/** Machines are uneven; what a reaction could slow an order by, a timeout of seconds, is far more than this. */
const ratioMin = 1 / 3
let stand: SagaStand
beforeAll(async () => {
  stand = await startSagaStand({ redisDatabase: 8 })
  await stand.deps.redis.flushdb()
}, 180_000)
afterAll(() => stand.stop())

const everything: Arrived = { mails: 2, sms: 1, push: 2, records: ['order/processed'] }

/** As the jobs do that look each minute; a message that failed is due now instead of later. */
const tryAgain = async (): Promise<void> => {
  const now = { nextAttemptAt: new Date() }
  await stand.db.notification.updateMany({ where: { status: 'PENDING' }, data: now })
  await stand.db.dataDelivery.updateMany({ where: { deliveredAt: null }, data: now })
  await Promise.all([sendNotifications(stand.deps), sendDeliveries(stand.deps)])
}

/** The events of these orders that the audit follows, less the calls to look again. */
const auditedEvents = async (orderIds: readonly string[]) => {
  const families = audit.listensTo.map(family => ({ name: { startsWith: family.slice(0, -1) } }))
  const events = await stand.db.outbox.findMany({ where: { OR: families, NOT: { name: { endsWith: '/changed' } } } })
  return events.filter(({ payload }) => orderIds.includes((payload as { orderId?: string }).orderId ?? '')).length
}

test('with all four reactions down orders complete at the same rate, and once they are back everything is there exactly once', {
  timeout: 600_000,
}, async () => {
  const { rush, subscriptionIds } = await createShoppers(stand, shopperCount, standKeys.VAPID_PUBLIC_KEY)
  const arrived = (orderIds: readonly string[]) => readArrived(stand, subscriptionIds, orderIds)
  const warm = await rush(1)
  const up = await rush(ordersEach)
  await vi.waitFor(
    async () => expect(await arrived(up.orderIds)).toEqual(new Map(up.orderIds.map(id => [id, everything]))),
    { timeout: 60_000, interval: 250 },
  )

  await breakReactions(stand)
  const down = await rush(ordersEach)
  expect(down.orderIds).toHaveLength(shopperCount * ordersEach)
  const nothing: Arrived = { mails: 0, sms: 0, push: 0, records: [] }
  expect(await arrived(down.orderIds)).toEqual(new Map(down.orderIds.map(id => [id, nothing])))
  const completed = { id: { in: [...down.orderIds] }, status: 'SHIPPING', needsAttention: false }
  expect(await stand.db.order.count({ where: completed })).toBe(down.orderIds.length)
  const ratio = down.perSecond / up.perSecond
  process.stdout.write(
    `orders a second: ${up.perSecond.toFixed(1)} with the reactions up, ${down.perSecond.toFixed(1)} with all four down\n`,
  )
  expect(ratio).toBeGreaterThan(ratioMin)

  await mendReactions(stand)
  const orderIds = [...warm.orderIds, ...up.orderIds, ...down.orderIds]
  // The engine tries what failed again by its own waits, the first after 15 to 45 seconds.
  await vi.waitFor(
    async () => {
      await tryAgain()
      expect(await arrived(orderIds)).toEqual(new Map(orderIds.map(id => [id, everything])))
      expect(await stand.db.auditEntry.count({ where: { orderId: { in: orderIds } } })).toBe(
        await auditedEvents(orderIds),
      )
    },
    { timeout: 300_000, interval: 500 },
  )
  const wanted = { days: 1, limit: 5, now: new Date(), onRedisTrouble: (error: unknown) => expect(error).toBeNull() }
  await vi.waitFor(
    async () => expect(await listTopProducts(stand.deps, wanted)).toMatchObject([{ units: orderIds.length }]),
    { timeout: 120_000, interval: 500 },
  )
  expect(await stand.db.incident.count()).toBe(0)
  expect(await checkInvariants(stand.db)).toEqual([])
})
