import { money } from '@makegood/core/money/money'
import type { ChargeRequest, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { describe, expect, test } from 'vitest'

/** What a gateway under test must be able to show, so that the same promises are tried on each. */
export type GatewayUnderTest = {
  readonly gateway: () => PaymentGateway
  /** A fresh token for a card that behaves so. */
  readonly cardThat: (
    behaviour:
      | 'pays'
      | 'is-declined'
      | 'lacks-funds'
      | 'has-expired'
      | 'has-wrong-cvc'
      | 'needs-approval'
      | 'charges-then-silent'
      | 'fails-once'
      | 'fails-always',
  ) => Promise<string>
  /** How many charges of the order took money, and how much went back, by the gateway's own books. */
  readonly books: (orderId: string) => Promise<{ readonly count: number; readonly amountRefunded: number }>
}

let serial = 0
const request = (paymentMethod: string, more: Partial<ChargeRequest> = {}): ChargeRequest & { orderId: string } => {
  serial += 1
  const id = `${Date.now().toString(36)}${serial}`
  return {
    key: `charge-${id}`,
    orderId: `ord_${id}`,
    paymentId: `pay_${id}`,
    amount: money(148_000n, 'KRW'),
    paymentMethod,
    ...more,
  }
}

/** The promises of the payment port; every adapter is held to all of them. */
export const describePaymentGateway = (name: string, under: GatewayUnderTest): void => {
  const charged = async () => {
    const asked = request(await under.cardThat('pays'))
    const answer = await under.gateway().charge(asked)
    if (answer.outcome !== 'ok') throw new Error(`not charged: ${JSON.stringify(answer)}`)
    return { asked, chargeRef: answer.chargeRef }
  }

  describe(`${name}: when it goes wrong`, () => {
    test('a charge whose answer never comes is unknown, is found by its key, and stays one charge when sent again', async () => {
      const asked = request(await under.cardThat('charges-then-silent'))
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
      expect(await under.books(asked.orderId)).toMatchObject({ count: 1 })
    })

    test.each([
      ['is-declined', 'card-declined'],
      ['lacks-funds', 'insufficient-funds'],
      ['has-expired', 'expired-card'],
      ['has-wrong-cvc', 'incorrect-cvc'],
      ['needs-approval', 'authentication-required'],
    ] as const)(
      'a card that %s is declined with the reason %s, takes nothing, and is declined again',
      async (behaviour, reason) => {
        const asked = request(await under.cardThat(behaviour))
        const first = await under.gateway().charge(asked)
        expect(first).toMatchObject({ outcome: 'declined', reason })
        expect(await under.gateway().charge(asked)).toEqual(first)
        expect(await under.books(asked.orderId)).toMatchObject({ count: 0 })
      },
    )

    test('a gateway that fails with 500 leaves the charge unknown; the same key then charges once', async () => {
      const asked = request(await under.cardThat('fails-once'))
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      expect(await under.gateway().findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'ok' })
      expect(await under.books(asked.orderId)).toMatchObject({ count: 1 })
    })

    test('a card that always fails is never charged', async () => {
      const asked = request(await under.cardThat('fails-always'))
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'unknown' })
      expect(await under.gateway().findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
    })

    test('a card token that does not exist, or was used up, is declined as invalid', async () => {
      expect(await under.gateway().charge(request('pm_doesNotExist'))).toMatchObject({
        outcome: 'declined',
        reason: 'payment-method-invalid',
      })
      const { asked } = await charged()
      expect(await under.gateway().charge(request(asked.paymentMethod))).toMatchObject({
        outcome: 'declined',
        reason: 'payment-method-invalid',
      })
    })

    test('a key that comes back with another amount is refused loudly, and nothing more is charged', async () => {
      const { asked } = await charged()
      await expect(under.gateway().charge({ ...asked, amount: money(1n, 'KRW') })).rejects.toThrow(
        /refused a request of ours/,
      )
      expect(await under.books(asked.orderId)).toMatchObject({ count: 1 })
    })
  })

  describe(`${name}: charging`, () => {
    test('two requests of one key at once make one charge', async () => {
      const asked = request(await under.cardThat('pays'))
      const answers = await Promise.all([under.gateway().charge(asked), under.gateway().charge(asked)])
      expect(answers.some(answer => answer.outcome === 'ok')).toBe(true)
      expect(answers.every(answer => answer.outcome === 'ok' || answer.outcome === 'retryable')).toBe(true)
      const again = await under.gateway().charge(asked)
      expect(answers).toContainEqual(again)
      expect(await under.books(asked.orderId)).toMatchObject({ count: 1 })
    })

    test('a key that was never sent is not found', async () => {
      expect(await under.gateway().findByKey('charge-never-sent')).toEqual({ outcome: 'ok', found: false })
    })
  })

  describe(`${name}: refunding`, () => {
    test('a refund sent twice gives the money back once and gets one answer', async () => {
      const { asked, chargeRef } = await charged()
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: asked.amount }
      const answers = await Promise.all([under.gateway().refund(refund), under.gateway().refund(refund)])
      const again = await under.gateway().refund(refund)
      expect(again).toMatchObject({ outcome: 'ok' })
      expect(answers).toContainEqual(again)
      expect(await under.books(asked.orderId)).toMatchObject({ amountRefunded: 148_000 })
      expect(await under.gateway().findByKey(asked.key)).toMatchObject({ found: true, refunded: asked.amount })
    })

    test('a second full refund under another key is declined as already refunded', async () => {
      const { asked, chargeRef } = await charged()
      expect(await under.gateway().refund({ key: `a-${asked.key}`, chargeRef, amount: asked.amount })).toMatchObject({
        outcome: 'ok',
      })
      expect(await under.gateway().refund({ key: `b-${asked.key}`, chargeRef, amount: asked.amount })).toMatchObject({
        outcome: 'declined',
        reason: 'already-refunded',
      })
    })

    test('more than what is left is refused, however many ask at once', async () => {
      const { asked, chargeRef } = await charged()
      const part = money(50_000n, 'KRW')
      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(n => under.gateway().refund({ key: `part-${n}-${asked.key}`, chargeRef, amount: part })),
      )
      expect(answers.filter(answer => answer.outcome === 'ok')).toHaveLength(2)
      expect(
        answers.filter(answer => answer.outcome === 'declined' && answer.reason === 'more-than-left'),
      ).toHaveLength(3)
      expect(await under.books(asked.orderId)).toMatchObject({ amountRefunded: 100_000 })
    })
  })
}
