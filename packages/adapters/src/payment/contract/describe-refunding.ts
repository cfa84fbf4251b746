import { money } from '@makegood/core/money/money'
import { describe, expect, test } from 'vitest'
import { chargeOf, type GatewayUnderTest, stepsOn } from './gateway-under-test.ts'

export const describeRefunding = (name: string, under: GatewayUnderTest): void => {
  const { charged, found, toldOf } = stepsOn(under)
  const part = money(50_000n, 'KRW')

  describe(`${name}: refunding, when it goes wrong`, () => {
    test('more than what is left is refused, however many ask at once', async () => {
      const { asked, chargeRef } = await charged()
      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(n => under.gateway().refund({ key: `part-${n}-${asked.key}`, chargeRef, amount: part })),
      )
      expect(answers.filter(answer => answer.outcome === 'ok')).toHaveLength(2)
      expect(
        answers.filter(answer => answer.outcome === 'declined' && answer.reason === 'more-than-left'),
      ).toHaveLength(3)
      expect(await under.books(asked.key)).toMatchObject({ amountRefunded: 100_000 })
    })

    test('a second full refund under another key is declined as already refunded', async () => {
      const { asked, chargeRef } = await charged()
      const refund = (key: string) => under.gateway().refund({ key, chargeRef, amount: asked.amount })
      expect(await refund(`a-${asked.key}`)).toMatchObject({ outcome: 'ok' })
      expect(await refund(`b-${asked.key}`)).toMatchObject({ outcome: 'declined', reason: 'already-refunded' })
      const find = { key: `b-${asked.key}`, chargeRef }
      expect(await under.gateway().findRefundByKey(find)).toEqual({ outcome: 'ok', found: false })
    })

    test('a key that comes back with another amount is refused loudly, and nothing more goes back', async () => {
      const { asked, chargeRef } = await charged()
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: part }
      expect(await under.gateway().refund(refund)).toMatchObject({ outcome: 'ok' })
      await expect(under.gateway().refund({ ...refund, amount: asked.amount })).rejects.toThrow(
        /refused a request of ours/,
      )
      expect(await under.books(asked.key)).toMatchObject({ amountRefunded: 50_000 })
    })

    test('a charge that failed, or that does not exist, cannot be refunded', async () => {
      const asked = chargeOf(await under.cardThat('is-declined'))
      await under.gateway().charge(asked)
      const { chargeRef } = await found(asked.key)
      for (const ref of [chargeRef, `${chargeRef}x`]) {
        const refund = { key: `refund-${ref}`, chargeRef: ref, amount: part }
        expect(await under.gateway().refund(refund)).toMatchObject({ outcome: 'declined', reason: 'not-refundable' })
        expect(await under.gateway().findRefundByKey(refund)).toEqual({ outcome: 'ok', found: false })
      }
    })

    test('a refund that fails after it seemed to arrive is found failed and told; the money can be given back again', async () => {
      const { asked, chargeRef } = await charged('has-failing-refunds')
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: asked.amount }
      const made = await under.gateway().refund({ ...refund, paymentId: asked.paymentId ?? '' })
      expect(made).toMatchObject({ outcome: 'ok', status: 'succeeded' })
      const told = await toldOf(chargeRef, 3)
      expect(told.find(event => event.type === 'refund.failed')).toMatchObject({
        refundKey: refund.key,
        refundRef: 'refundRef' in made ? made.refundRef : '',
        paymentId: asked.paymentId,
        status: 'failed',
        amount: asked.amount,
        gatewayCode: 'expired_or_canceled_card',
      })
      expect(await under.gateway().findRefundByKey(refund)).toMatchObject({ found: true, status: 'failed' })
      expect(await found(asked.key)).toMatchObject({ refunded: money(0n, 'KRW') })
      expect(await under.gateway().refund({ ...refund, key: `again-${asked.key}` })).toMatchObject({ outcome: 'ok' })
    })
  })

  describe(`${name}: refunding`, () => {
    test('a refund sent twice gives the money back once, gets one answer, and is found by its key', async () => {
      const { asked, chargeRef } = await charged()
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: asked.amount }
      const answers = await Promise.all([under.gateway().refund(refund), under.gateway().refund(refund)])
      const again = await under.gateway().refund(refund)
      expect(again).toMatchObject({ outcome: 'ok', status: 'succeeded' })
      expect(answers).toContainEqual(again)
      expect(await under.books(asked.key)).toMatchObject({ amountRefunded: 148_000 })
      expect(await found(asked.key)).toMatchObject({ status: 'succeeded', refunded: asked.amount })
      expect(await under.gateway().findRefundByKey(refund)).toEqual({
        outcome: 'ok',
        found: true,
        refundRef: 'refundRef' in again ? again.refundRef : '',
        status: 'succeeded',
        amount: asked.amount,
      })
    })

    test('several parts go back on one charge, each found by its own key, until nothing is left', async () => {
      const { asked, chargeRef } = await charged()
      const parts = [50_000n, 50_000n, 48_000n].map((amount, n) => ({
        key: `part-${n}-${asked.key}`,
        chargeRef,
        amount: money(amount, 'KRW'),
      }))
      for (const each of parts) expect(await under.gateway().refund(each)).toMatchObject({ outcome: 'ok' })
      for (const { key, amount } of parts) {
        expect(await under.gateway().findRefundByKey({ key, chargeRef })).toMatchObject({ found: true, amount })
      }
      expect(await found(asked.key)).toMatchObject({ refunded: asked.amount })
      const told = (await toldOf(chargeRef, 4)).filter(event => event.type === 'charge.refunded')
      expect(told.map(event => event.refunded.amountMinor).sort()).toEqual([100_000n, 148_000n, 50_000n])
    })

    test('a refund that takes its time is pending until it arrives, and is told', async () => {
      const { asked, chargeRef } = await charged('has-slow-refunds')
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: part }
      expect(await under.gateway().refund(refund)).toMatchObject({ outcome: 'ok', status: 'pending' })
      expect(await under.gateway().findRefundByKey(refund)).toMatchObject({ found: true, status: 'pending' })
      const told = await toldOf(chargeRef, 3)
      expect(told.find(event => event.type === 'refund.updated')).toMatchObject({
        refundKey: refund.key,
        status: 'succeeded',
      })
      expect(await under.gateway().findRefundByKey(refund)).toMatchObject({ found: true, status: 'succeeded' })
    })
  })
}
