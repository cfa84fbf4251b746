import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../client.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { compareWithHistory, type OrderDifference } from './compare-with-history.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let db: Db
beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
})
afterAll(() => database.drop())

const compareAll = async (pageSize?: number) => {
  let orders = 0
  const differences: OrderDifference[] = []
  for await (const page of compareWithHistory(db, pageSize)) {
    orders += page.orders
    differences.push(...page.differences)
  }
  return { orders, differences }
}

/** What the shop itself can never do: the guards are off while this is written. */
const behindTheShopsBack = async (write: () => Promise<unknown>): Promise<void> => {
  await db.$executeRaw`alter table "order" disable trigger user`
  await db.$executeRaw`alter table order_history disable trigger user`
  await write()
  await db.$executeRaw`alter table "order" enable trigger user`
  await db.$executeRaw`alter table order_history enable trigger user`
}

test('every order whose row is not what its history says is named with both, and nothing is changed', async () => {
  const [wrong, older, lost, illegal] = await Promise.all(Array.from({ length: 4 }, () => placeTestOrder(db)))
  await behindTheShopsBack(async () => {
    await db.$executeRaw`update "order" set status = 'PAID' where id = ${wrong?.orderId}`
    await db.$executeRaw`update "order" set version = 2 where id = ${older?.orderId}`
    await db.$executeRaw`delete from order_history where order_id = ${lost?.orderId}`
    await db.$executeRaw`
      insert into order_history (order_id, version, from_status, to_status, reason, mover)
      values (${illegal?.orderId}, 2, 'PENDING', 'PAID', 'paid', 'system')`
  })
  const pending = { rebuilt: true, status: 'PENDING', version: 1 }
  const { differences } = await compareAll()
  expect(new Map(differences.map(({ orderId, ...difference }) => [orderId, difference]))).toEqual(
    new Map([
      [wrong?.orderId, { status: 'PAID', version: 1, history: pending }],
      [older?.orderId, { status: 'PENDING', version: 2, history: pending }],
      [lost?.orderId, { status: 'PENDING', version: 1, history: { rebuilt: false, fault: 'there is no history' } }],
      [
        illegal?.orderId,
        {
          status: 'PENDING',
          version: 1,
          history: { rebuilt: false, fault: expect.stringMatching(/^version 2: an order that is PENDING cannot move/) },
        },
      ],
    ]),
  )
  expect((await compareAll()).differences).toHaveLength(4)
})

test('orders that went their way by the shop’s operations are as their history says, in whatever pages they are read', async () => {
  await db.$executeRaw`truncate "order" cascade`
  for (const status of ['COMPLETED', 'REFUNDED', 'CANCELLED', 'PREPARING'] as const) await bringTestOrder(db, status)
  for (const pageSize of [1, 2, 4, 100]) expect(await compareAll(pageSize)).toEqual({ orders: 4, differences: [] })
})
