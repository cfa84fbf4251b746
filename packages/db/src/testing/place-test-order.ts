import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import type { Db } from '../client.ts'
import type { Owner } from '../order/owner.ts'
import { placeOrder } from '../order/place-order.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'

/** An order in PENDING of a fresh guest, placed from a cart with these lines (by default one unit of a new product). */
export const placeTestOrder = async (
  db: Db,
  { lines }: { readonly lines?: readonly { readonly variantId: string; readonly quantity: number }[] } = {},
): Promise<{ readonly orderId: string; readonly owner: Owner }> => {
  const wanted = lines ?? [{ variantId: (await seedProductWithStock(db, { units: 10 })).variantId, quantity: 1 }]
  const owner = { userId: null, visitorHash: randomBytes(32).toString('hex') }
  const at = new Date()
  await db.cart.create({
    data: {
      id: newId('cart', at),
      visitorHash: owner.visitorHash,
      lines: { create: wanted.map(line => ({ ...line })) },
    },
  })
  const variants = await db.variant.findMany({ where: { id: { in: wanted.map(line => line.variantId) } } })
  const total = wanted.reduce(
    (sum, line) => sum + (variants.find(({ id }) => id === line.variantId)?.priceMinor ?? 0n) * BigInt(line.quantity),
    0n,
  )
  const orderId = newId('order', at)
  await placeOrder(db, {
    orderId,
    owner,
    email: 'guest@example.com',
    address: {
      recipient: '김하나',
      phone: '010-1234-5678',
      postcode: '04524',
      address1: '서울시 중구 세종대로 110',
      address2: '',
    },
    locale: 'ko',
    expectedTotalMinor: total.toString(),
    correlationId: newId('correlation', at),
  })
  return { orderId, owner }
}
