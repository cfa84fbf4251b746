import type { OrderView } from '@makegood/core/order/views'
import { afterEach, expect, test, vi } from 'vitest'
import { giveUpOrder } from './give-up-order'
import type { Caller } from './until-order'

afterEach(() => {
  vi.useRealTimers()
})

type Order = Pick<OrderView, 'status' | 'number' | 'cancellation' | 'lines'>

const line = (variantId: string) => ({ variantId, name: variantId, quantity: 1 }) as OrderView['lines'][number]
const order = (status: OrderView['status'], cancelling = false): Order => ({
  status,
  number: '100018',
  cancellation: cancelling ? ({ state: 'requested' } as OrderView['cancellation']) : null,
  lines: [line('cup'), line('jar')],
})
const refusal = (shopCode: string) => Object.assign(new Error(shopCode), { data: { shopCode } })

/** A shop that tells of one order what is given, one state at each look, and remembers what it was asked to do. */
const openShop = (states: readonly Order[], inCart: readonly string[] = []) => {
  const left = [...states]
  const cancel = vi.fn(async () => ({}))
  const addLine = vi.fn(async (_: { variantId: string }) => ({}))
  const follow = {
    subscribe: (_: unknown, { onData }: { onData: (event: { data: Order }) => void }) => {
      const later = setTimeout(() => {
        for (const data of left.splice(0, 2)) onData({ data })
      })
      return { unsubscribe: () => clearTimeout(later) }
    },
  }
  const get = { query: async () => ({ lines: inCart.map(line) }) }
  const store = { order: { follow, cancel: { mutate: cancel } }, cart: { get, addLine: { mutate: addLine } } }
  return { caller: { store } as unknown as Caller, cancel, addLine }
}
const added = (shop: ReturnType<typeof openShop>) => shop.addLine.mock.calls.map(([asked]) => asked.variantId)

test('an order that was paid meanwhile stands, and nothing is put into the cart', async () => {
  const shop = openShop([order('PENDING'), order('PAYMENT_PROCESSING')])
  expect(await giveUpOrder(shop.caller, 'ord_1', 'en')).toEqual({ outcome: 'stands' })
  expect(shop.cancel).not.toHaveBeenCalled()
  expect(shop.addLine).not.toHaveBeenCalled()
})

test('one that is not over within a moment is under way, and its goods are not put back before they are free', async () => {
  vi.useFakeTimers()
  const shop = openShop([order('STOCK_RESERVED'), order('STOCK_RESERVED'), order('CANCELLED', true)])
  const given = giveUpOrder(shop.caller, 'ord_1', 'en')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await given).toEqual({ outcome: 'under-way' })
  expect(shop.cancel).toHaveBeenCalledTimes(1)
  expect(shop.addLine).not.toHaveBeenCalled()
})

test('an unpaid order is cancelled, and what is not in the cart already is put back; what is no longer sold is named', async () => {
  const shop = openShop([order('PENDING'), order('STOCK_RESERVED'), order('CANCELLED')], ['cup'])
  shop.addLine.mockRejectedValueOnce(refusal('variant-unavailable'))
  expect(await giveUpOrder(shop.caller, 'ord_1', 'en')).toEqual({
    outcome: 'given-up',
    number: '100018',
    missing: ['jar'],
  })
  expect(added(shop)).toEqual(['jar'])
})

test('a cancellation that is under way already is waited for, any other refusal is thrown', async () => {
  const states = [order('STOCK_RESERVED'), order('STOCK_RESERVED'), order('CANCELLED')]
  const again = openShop(states)
  again.cancel.mockRejectedValueOnce(refusal('cancel-in-progress'))
  expect(await giveUpOrder(again.caller, 'ord_1', 'en')).toMatchObject({ outcome: 'given-up', missing: [] })
  expect(added(again)).toEqual(['cup', 'jar'])
  const refused = openShop(states)
  refused.cancel.mockRejectedValueOnce(refusal('order-not-cancellable'))
  await expect(giveUpOrder(refused.caller, 'ord_1', 'en')).rejects.toThrow('order-not-cancellable')
})
