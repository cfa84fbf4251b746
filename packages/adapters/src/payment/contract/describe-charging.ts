import { money } from '@makegood/core/money/money'
import { describe, expect, test } from 'vitest'
import { chargeOf, type GatewayUnderTest, stepsOn } from './gateway-under-test.ts'

export const describeCharging = (name: string, under: GatewayUnderTest): void => {
  const { charged, toldOf } = stepsOn(under)

  describe(`${name}: charging, when it goes wrong`, () => {
    test('a charge whose answer never comes is unknown, is found by its key, and stays one charge when sent again', async () => {
      const asked = chargeOf(await under.cardThat('charges-then-silent'))
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      const found = await under.gateway().findByKey(asked.key)
      expect(found).toMatchObject({
        outcome: 'ok',
        found: true,
        status: 'succeeded',
        amount: asked.amount,
        refunded: money(0n, 'KRW'),
      })
      const again = await under.gateway().charge(asked)
      expect(again).toEqual({ outcome: 'ok', chargeRef: 'chargeRef' in found ? found.chargeRef : 'none' })
      expect(await under.books(asked.key)).toMatchObject({ count: 1 })
    })

    test.each([
      ['is-declined', 'card-declined'],
      ['lacks-funds', 'insufficient-funds'],
      ['has-expired', 'expired-card'],
      ['has-wrong-cvc', 'incorrect-cvc'],
      ['needs-approval', 'authentication-required'],
    ] as const)(
      'a card that %s is declined with the reason %s, takes nothing, is declined again, and is found failed',
      async (behaviour, reason) => {
        const asked = chargeOf(await under.cardThat(behaviour))
        const first = await under.gateway().charge(asked)
        expect(first).toMatchObject({ outcome: 'declined', reason })
        expect(await under.gateway().charge(asked)).toEqual(first)
        expect(await under.books(asked.key)).toMatchObject({ count: 0 })
        expect(await under.gateway().findByKey(asked.key)).toMatchObject({ found: true, status: 'failed', reason })
      },
    )

    test('a gateway that fails with 500 leaves the charge unknown; the same key then charges once', async () => {
      const asked = chargeOf(await under.cardThat('fails-once'))
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      expect(await under.gateway().findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'ok' })
      expect(await under.books(asked.key)).toMatchObject({ count: 1 })
    })

    test('a card that always fails is never charged', async () => {
      const asked = chargeOf(await under.cardThat('fails-always'))
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      expect(await under.gateway().findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
    })

    test('a card token that does not exist, or was used up, is declined as invalid', async () => {
      expect(await under.gateway().charge(chargeOf('pm_doesNotExist'))).toMatchObject({
        outcome: 'declined',
        reason: 'payment-method-invalid',
      })
      const { asked } = await charged()
      expect(await under.gateway().charge(chargeOf(asked.paymentMethod))).toMatchObject({
        outcome: 'declined',
        reason: 'payment-method-invalid',
      })
    })

    test('a key that comes back with another amount is refused loudly, and nothing more is charged', async () => {
      const { asked } = await charged()
      await expect(under.gateway().charge({ ...asked, amount: money(1n, 'KRW') })).rejects.toThrow(
        /refused a request of ours/,
      )
      expect(await under.books(asked.key)).toMatchObject({ count: 1 })
    })

    test('a charge that is asked for under another charge’s key is refused loudly, never mistaken for it', async () => {
      const [one, other] = [await charged(), await charged()]
      await expect(under.gateway().findByKey(one.asked.key, other.chargeRef)).rejects.toThrow(/was not made by the key/)
    })
  })

  describe(`${name}: charging`, () => {
    test('two requests of one key at once make one charge', async () => {
      const asked = chargeOf(await under.cardThat('pays'))
      const answers = await Promise.all([under.gateway().charge(asked), under.gateway().charge(asked)])
      expect(answers.some(answer => answer.outcome === 'ok')).toBe(true)
      expect(answers.every(answer => answer.outcome === 'ok' || answer.outcome === 'retryable')).toBe(true)
      const again = await under.gateway().charge(asked)
      expect(answers).toContainEqual(again)
      expect(await under.books(asked.key)).toMatchObject({ count: 1 })
    })

    test('a key that was never sent is not found', async () => {
      expect(await under.gateway().findByKey('charge-never-sent')).toEqual({ outcome: 'ok', found: false })
      expect(await under.gateway().findByKey(`it's "quoted" \\ here`)).toEqual({ outcome: 'ok', found: false })
    })

    test('a top-up is charged without an order, and its event names the top-up alone', async () => {
      const topUp = { key: `top-up-${Date.now()}`, topUpId: 'top_1', amount: money(50_000n, 'KRW') }
      const answer = await under.gateway().charge({
        ...topUp,
        paymentMethod: await under.cardThat('pays'),
        reference: { shopper: 'usr_1' },
      })
      if (answer.outcome !== 'ok') throw new Error(`not charged: ${JSON.stringify(answer)}`)
      const [told] = await toldOf(answer.chargeRef, 1)
      expect(told).toMatchObject({ type: 'payment_intent.succeeded', topUpId: 'top_1', key: topUp.key })
      expect(Object.keys(told ?? {})).not.toContain('orderId')
      expect(Object.keys(told ?? {})).not.toContain('paymentId')
    })

    test('a charge that the shopper’s bank takes back is told as a dispute of that charge, and cannot be refunded', async () => {
      const { asked, chargeRef } = await charged('is-disputed')
      const told = await toldOf(chargeRef, 2)
      expect(told.map(event => event.type).sort()).toEqual(['charge.dispute.created', 'payment_intent.succeeded'])
      expect(told.find(event => event.type === 'charge.dispute.created')).toMatchObject({ amount: asked.amount })
      expect(
        await under.gateway().refund({ key: `refund-${asked.key}`, chargeRef, amount: asked.amount }),
      ).toMatchObject({ outcome: 'declined', reason: 'not-refundable' })
    })
  })
}
