import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('stock is received = available + reserved + sold + written off, and none is ever negative', async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 10 })
  const set = (data: {
    received?: number
    available?: number
    reserved?: number
    sold?: number
    writtenOff?: number
  }) => db.stock.update({ where: { variantId }, data })
  for (const data of [{ available: 9 }, { reserved: 1 }, { sold: 1 }, { writtenOff: 1 }, { received: 11 }])
    await expect(set(data)).rejects.toThrow('stock_conserved')
  for (const data of [
    { available: -1, reserved: 11 },
    { available: 11, reserved: -1 },
    { available: 11, sold: -1 },
    { available: 11, writtenOff: -1 },
    { received: -1, available: 0, reserved: 0, sold: 0 },
  ])
    await expect(set(data)).rejects.toThrow(/stock_counts_not_negative|stock_conserved/)
  await set({ available: 5, reserved: 3, sold: 1, writtenOff: 1 })
  expect(await db.stock.findUnique({ where: { variantId } })).toMatchObject({ available: 5, reserved: 3, sold: 1 })
})

test('an order has one live payment at most; a failed one makes room for the next', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const open = (attempt: number, status: string, amountMinor = 28_000n) =>
    db.payment.create({
      data: {
        id: newId('payment', new Date()),
        orderId,
        attempt,
        status,
        amountMinor,
        cardMinor: amountMinor,
        currency: 'KRW',
        paymentMethod: 'pm_card',
      },
    })
  const first = await open(1, 'OPEN')
  await expect(open(2, 'OPEN')).rejects.toThrow('payment_one_live_per_order')
  await db.payment.update({ where: { id: first.id }, data: { status: 'DECLINED' } })
  const second = await open(2, 'OPEN')
  await db.payment.update({ where: { id: second.id }, data: { status: 'SUCCEEDED' } })
  await expect(open(3, 'OPEN')).rejects.toThrow('payment_one_live_per_order')
  await expect(open(3, 'SUCCEEDED')).rejects.toThrow('payment_one_live_per_order')
  await expect(open(3, 'LOST')).rejects.toThrow('payment_status')
})

test('a payment is its legs, none below nothing, and no leg gives back more than it took', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const legs = (cardMinor: bigint, walletMinor: bigint, back: { card?: bigint; wallet?: bigint } = {}) =>
    db.payment.create({
      data: {
        id: newId('payment', new Date()),
        orderId,
        attempt: 1,
        status: 'FAILED',
        amountMinor: 28_000n,
        cardMinor,
        walletMinor,
        cardRefundedMinor: back.card ?? 0n,
        walletRefundedMinor: back.wallet ?? 0n,
        currency: 'KRW',
      },
    })
  await expect(legs(18_000n, 9_999n)).rejects.toThrow('payment_amount_is_its_legs')
  await expect(legs(28_001n, -1n)).rejects.toThrow('payment_legs')
  for (const back of [{ card: 18_001n }, { wallet: 10_001n }, { card: -1n }])
    await expect(legs(18_000n, 10_000n, back)).rejects.toThrow('payment_refunds_at_most_what_it_took')
  await legs(18_000n, 10_000n, { card: 18_000n, wallet: 10_000n })
})

test('a line has between 1 and 999 units, a price is not negative, a role is one of the five', async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 10 })
  const visitorHash = newId('cart', new Date())
  const cart = await db.cart.create({ data: { id: visitorHash, visitorHash } })
  for (const quantity of [0, -1, 1000])
    await expect(db.cartLine.create({ data: { cartId: cart.id, variantId, quantity } })).rejects.toThrow(
      'cart_line_quantity',
    )
  await expect(db.variant.update({ where: { id: variantId }, data: { priceMinor: -1n } })).rejects.toThrow(
    'variant_price',
  )
  const person = { id: 'one', name: 'One', email: 'one@example.com' }
  await expect(db.user.create({ data: { ...person, role: 'owner' } })).rejects.toThrow('user_role')
  await db.user.create({ data: person })
  const shared = { id: newId('cart', new Date()), userId: 'one', visitorHash: 'both' }
  await expect(db.cart.create({ data: shared })).rejects.toThrow('cart_has_one_owner')
  await expect(db.cart.create({ data: { id: shared.id } })).rejects.toThrow('cart_has_one_owner')
})
