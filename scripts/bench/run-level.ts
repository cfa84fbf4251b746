import { buyOnce, type OrderTimes, type Product, type Waiting } from './shopper.ts'

export type LevelResult = {
  readonly shoppers: number
  readonly orders: number
  readonly seconds: number
  readonly place: { readonly p50: number; readonly p95: number }
  readonly confirmed: { readonly p50: number; readonly p95: number }
}

/** This many shoppers buy, one order after another each, until the time is over; every order that began is finished. */
export const runLevel = async (
  shop: { readonly apiUrl: string; readonly webUrl: string },
  products: readonly Product[],
  waiting: Waiting,
  level: { readonly shoppers: number; readonly seconds: number },
): Promise<LevelResult> => {
  const times: OrderTimes[] = []
  const began = performance.now()
  const shopper = async (number: number): Promise<void> => {
    for (let n = number; performance.now() - began < level.seconds * 1000; n += level.shoppers) {
      const product = products[n % products.length]
      if (!product) throw new Error('the bench has no products')
      times.push(await buyOnce(shop, product, waiting))
    }
  }
  await Promise.all(Array.from({ length: level.shoppers }, (_, number) => shopper(number)))
  const seconds = (performance.now() - began) / 1000
  return {
    shoppers: level.shoppers,
    orders: times.length,
    seconds,
    place: percentiles(times.map(time => time.placeMs)),
    confirmed: percentiles(times.map(time => time.confirmedMs)),
  }
}

const percentiles = (values: readonly number[]): { readonly p50: number; readonly p95: number } => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
