import type { ListChargesAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { checkShop, shopInvariants } from './check-shop.ts'

const nothingCharged: ListChargesAnswer = { outcome: 'ok', charges: [], nextCursor: null }
const totalIsLines = 'an order is the sum of its lines, and its discount the sum of their shares'
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  onTestFinished(() => database.drop())
})

/** Checks the shop against a gateway that answers so; `onLook` is told each time that it is asked. */
const check = (
  answer: ListChargesAnswer = nothingCharged,
  onLook = async (_look: number): Promise<unknown> => null,
) => {
  let looks = 0
  const listCharges = async () => {
    looks += 1
    await onLook(looks)
    return answer
  }
  const gateway = { listCharges } as Partial<PaymentGateway> as PaymentGateway
  return checkShop({ db: database.db, gateway }, new Date(0), 1)
}

/** An order whose saga has begun, and the sum of its goods made wrong and right again. */
const placeOrder = async () => {
  const { orderId } = await placeTestOrder(database.db)
  return {
    orderId,
    setGoods: (goodsMinor: bigint) =>
      database.db.order.update({ where: { id: orderId }, data: { goodsMinor, totalMinor: goodsMinor } }),
  }
}

test('a breach that every look finds is told; one that was the middle of something is not', async () => {
  const [lasting, passing] = [await placeOrder(), await placeOrder()]
  await lasting.setGoods(1n)
  await passing.setGoods(1n)
  const { breaches, unfinished } = await check(nothingCharged, async look => look === 2 && passing.setGoods(28_000n))
  expect(breaches).toMatchObject([{ invariant: totalIsLines, subject: lasting.orderId }])
  expect(shopInvariants).toContain(totalIsLines)
  expect(unfinished).toEqual({ sagas: 2, events: 2 })
})

test('at a quiet moment one look is enough', async () => {
  const { orderId, setGoods } = await placeOrder()
  await setGoods(1n)
  await database.db.saga.updateMany({ data: { status: 'NEEDS_ATTENTION' } })
  await database.db.outbox.updateMany({ data: { sentAt: new Date() } })
  let looks = 0
  const { breaches } = await check(nothingCharged, async look => {
    looks = look
  })
  expect(breaches.map(({ subject }) => subject)).toContain(orderId)
  expect(looks).toBe(1)
})

test('where the gateway cannot be asked, the answer says so, and what the database says beside it', async () => {
  const { notCompared, breaches } = await check({ outcome: 'retryable', detail: 'nobody is there' })
  expect(notCompared).toContain('nobody is there')
  expect(breaches).toEqual([])
})
