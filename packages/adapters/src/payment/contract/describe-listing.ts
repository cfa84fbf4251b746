import { money } from '@makegood/core/money/money'
import type { ChargeRequest, ListedCharge } from '@makegood/core/ports/payment-gateway'
import { describe, expect, test } from 'vitest'
import { chargeOf, type GatewayUnderTest, stepsOn } from './gateway-under-test.ts'

/** More than a page holds. */
const manyCharges = 105
const atOnce = 5
const pagesMax = 50

export const describeListing = (name: string, under: GatewayUnderTest): void => {
  const { charged, waiting } = stepsOn(under)

  const listAll = async (since: Date) => {
    const listed: ListedCharge[] = []
    let pages = 0
    for (let cursor: string | undefined; pages < pagesMax; ) {
      const page = await under.gateway().listCharges({ since, ...(cursor === undefined ? {} : { cursor }) })
      if (page.outcome !== 'ok') throw new Error(`not listed: ${JSON.stringify(page)}`)
      listed.push(...page.charges)
      pages += 1
      if (page.nextCursor === null) return { listed, pages }
      cursor = page.nextCursor
    }
    throw new Error('the list does not end')
  }

  describe(`${name}: listing`, () => {
    test('each charge is there with its key, its ids, its state and its sums', async () => {
      const started = new Date()
      const paid = await charged()
      await under.gateway().refund({ key: `r-${paid.asked.key}`, chargeRef: paid.chargeRef, amount: money(8n, 'KRW') })
      const waits = await waiting()
      const declined = chargeOf(await under.cardThat('lacks-funds'))
      await under.gateway().charge(declined)
      const topUp = { key: `top-up-list-${Date.now()}`, topUpId: 'top_2', amount: money(900n, 'KRW') }
      await under.gateway().charge({ ...topUp, paymentMethod: await under.cardThat('pays') })

      const { listed } = await listAll(started)
      const of = (key: string) => listed.filter(charge => charge.key === key)
      const { orderId, paymentId, key, amount } = paid.asked
      expect(of(key)).toEqual([
        {
          key,
          orderId,
          paymentId,
          chargeRef: paid.chargeRef,
          status: 'succeeded',
          amount,
          refunded: money(8n, 'KRW'),
          createdAt: expect.any(Date),
        },
      ])
      expect(of(waits.asked.key)).toMatchObject([{ status: 'action-required', actionUrl: waits.actionUrl }])
      expect(of(declined.key)).toMatchObject([{ status: 'failed', reason: 'insufficient-funds' }])
      expect(of(topUp.key)).toMatchObject([{ topUpId: 'top_2', status: 'succeeded', amount: topUp.amount }])
      expect(listed.every(charge => charge.createdAt.getTime() >= started.getTime() - 1000)).toBe(true)
    })

    test('more charges than a page holds are all there once, newest first', async () => {
      const started = new Date()
      const asked: ChargeRequest[] = []
      while (asked.length < manyCharges) {
        const several = await Promise.all(Array.from({ length: atOnce }, () => charged()))
        asked.push(...several.map(each => each.asked))
      }
      const { listed, pages } = await listAll(started)
      expect(pages).toBeGreaterThan(1)
      const keys = listed.map(charge => charge.key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(asked.filter(({ key }) => !keys.includes(key))).toEqual([])
      const times = listed.map(charge => charge.createdAt.getTime())
      expect(times).toEqual([...times].sort((a, b) => b - a))
    }, 20_000)

    test('nothing is there of a time that has not come', async () => {
      await charged()
      expect(await under.gateway().listCharges({ since: new Date(Date.now() + 60_000) })).toEqual({
        outcome: 'ok',
        charges: [],
        nextCursor: null,
      })
    })
  })
}
