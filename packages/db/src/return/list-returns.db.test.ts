import { boardCountMax } from '@makegood/core/console/board-counts'
import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listReturns } from './list-returns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a board counts what is in each state, no further than it shows, whatever state is looked at', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'DELIVERED')
  const rows = (count: number, status: string) =>
    Array.from({ length: count }, () => ({
      ...{
        id: newId('return', new Date()),
        orderId,
        status,
        reason: 'other',
        requestedBy: 'shopper',
        refundMinor: 0n,
        whole: false,
      },
    }))
  await db.returnRequest.createMany({ data: [...rows(1, 'REQUESTED'), ...rows(boardCountMax + 5, 'REJECTED')] })
  const page = await listReturns(db, { status: 'REQUESTED' })
  expect(page.returns).toHaveLength(1)
  expect(page.counts).toEqual({
    REQUESTED: 1,
    ACCEPTED: 0,
    PICKED_UP: 0,
    RECEIVED: 0,
    REFUNDED: 0,
    REJECTED: boardCountMax + 1,
  })
})
