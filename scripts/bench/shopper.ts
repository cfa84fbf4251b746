import { defaultDeliveryTerms } from '../../packages/core/src/delivery/default-terms.ts'
import { standardDelivery } from '../../packages/core/src/delivery/delivery-terms.ts'
import { priceDelivery } from '../../packages/core/src/delivery/price-delivery.ts'
import { newId } from '../../packages/core/src/ids.ts'

export type Product = { readonly variantId: string; readonly priceMinor: bigint }
export type OrderTimes = { readonly placeMs: number; readonly confirmedMs: number }
export type Waiting = { until(orderId: string, status: string): Promise<void> }

const timeoutMs = 30_000

/** One shopper's whole order over the api, as a guest: cart, place, stock put aside, pay, confirmed. */
export const buyOnce = async (
  shop: { readonly apiUrl: string; readonly webUrl: string },
  product: Product,
  waiting: Waiting,
): Promise<OrderTimes> => {
  const call = createCaller(shop)
  await call('store.cart.addLine', { locale: 'ko', variantId: product.variantId, quantity: 1 })
  const orderId = newId('order', new Date())
  const began = performance.now()
  await call('store.order.place', {
    orderId,
    expectedTotalMinor: (product.priceMinor + deliveryOf(product.priceMinor)).toString(),
    email: 'bench@example.com',
    address: {
      recipient: '김하나',
      phone: '010-1234-5678',
      postcode: '04524',
      address1: '서울시 중구 세종대로 110',
      address2: '',
    },
    locale: 'ko',
  })
  const placeMs = performance.now() - began
  await waiting.until(orderId, 'STOCK_RESERVED')
  await call('store.order.pay', { orderId, paymentId: newId('payment', new Date()), paymentMethod: 'pm_card_visa' })
  await waiting.until(orderId, 'CONFIRMED')
  return { placeMs, confirmedMs: performance.now() - began }
}

/** The bench's shop has the default terms. */
const deliveryOf = (goodsMinor: bigint): bigint => {
  const price = priceDelivery(standardDelivery, goodsMinor, defaultDeliveryTerms)
  if (typeof price === 'object') throw new Error('standard delivery is offered')
  return price
}

/** Calls procedures with the cookie that the api gave this shopper. */
const createCaller = ({ apiUrl, webUrl }: { readonly apiUrl: string; readonly webUrl: string }) => {
  let cookie = ''
  return async (procedure: string, input: unknown): Promise<void> => {
    const response = await fetch(`${apiUrl}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: webUrl, cookie },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const given = response.headers.getSetCookie()
    if (given.length > 0) cookie = given.map(part => part.split(';')[0]).join('; ')
    const body = await response.text()
    if (!response.ok) throw new Error(`${procedure} answered ${response.status}: ${body.slice(0, 300)}`)
  }
}
