import { describe, expect, test } from 'vitest'
import { type GatewayUnderTest, returnUrl, stepsOn } from './gateway-under-test.ts'

const racesRun = 12

export const describeApproval = (name: string, under: GatewayUnderTest): void => {
  const { charged, waiting, found, toldOf } = stepsOn(under)
  const cancel = (key: string, chargeRef: string) => under.gateway().cancelCharge({ key, chargeRef })

  describe(`${name}: a card that needs the shopper’s approval, when it goes wrong`, () => {
    test('a shopper who refuses is led back; the charge failed, took nothing, and is declined when sent again', async () => {
      const { asked, chargeRef, actionUrl } = await waiting()
      const back = new URL(await under.decide(actionUrl, 'refuse'))
      expect([`${back.origin}${back.pathname}`, back.searchParams.get('redirect_status')]).toEqual([
        returnUrl,
        'failed',
      ])
      const failed = { status: 'failed', reason: 'authentication-failed' }
      expect(await found(asked.key)).toMatchObject(failed)
      expect(await found(asked.key, chargeRef)).toMatchObject(failed)
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'declined', reason: failed.reason })
      expect(await under.books(asked.key)).toMatchObject({ count: 0 })
      expect((await toldOf(chargeRef, 2)).find(event => event.type === 'payment_intent.payment_failed')).toMatchObject({
        orderId: asked.orderId,
        paymentId: asked.paymentId,
        key: asked.key,
        reason: failed.reason,
      })
    })

    test('a card that is declined although the shopper approved has failed with the bank’s reason', async () => {
      const { asked, actionUrl } = await waiting('is-declined-after-approval')
      expect(await under.decide(actionUrl, 'approve')).toContain('redirect_status=failed')
      expect(await found(asked.key)).toMatchObject({ status: 'failed', reason: 'card-declined' })
      expect(await under.books(asked.key)).toMatchObject({ count: 0 })
    })

    test('a cancelled charge never takes money: the shopper who approves afterwards is led back, and it stays failed', async () => {
      const { asked, chargeRef, actionUrl } = await waiting()
      expect(await cancel(asked.key, chargeRef)).toEqual({ outcome: 'ok', status: 'cancelled' })
      expect(await under.decide(actionUrl, 'approve')).toContain('redirect_status=failed')
      const failed = { status: 'failed', reason: 'charge-cancelled' }
      expect(await found(asked.key, chargeRef)).toMatchObject(failed)
      expect(await under.gateway().charge(asked)).toMatchObject({ outcome: 'declined', reason: failed.reason })
      expect(await under.books(asked.key)).toMatchObject({ count: 0 })
      const told = await toldOf(chargeRef, 2)
      expect(told.find(event => event.type === 'payment_intent.canceled')).toMatchObject({
        paymentId: asked.paymentId,
        key: asked.key,
        amount: asked.amount,
      })
    })

    test('of an approval and a cancelling at once exactly one wins, and the answer says which', async () => {
      for (let race = 0; race < racesRun; race += 1) {
        const { asked, chargeRef, actionUrl } = await waiting()
        const approve = () => under.decide(actionUrl, 'approve')
        const early = race % 2 === 0 ? approve() : undefined
        const [cancelled, back] = await Promise.all([cancel(asked.key, chargeRef), early ?? approve()])
        const isPaid = cancelled.outcome === 'declined' && cancelled.reason === 'already-charged'
        expect(cancelled.outcome === 'ok' || isPaid).toBe(true)
        expect(back).toContain(isPaid ? 'redirect_status=succeeded' : 'redirect_status=failed')
        expect(await under.books(asked.key)).toMatchObject({ count: isPaid ? 1 : 0 })
        expect(await found(asked.key, chargeRef)).toMatchObject({ status: isPaid ? 'succeeded' : 'failed' })
      }
    })

    test('a charge that took money is not cancelled: it says so, and can be refunded', async () => {
      const { asked, chargeRef } = await charged()
      expect(await cancel(asked.key, chargeRef)).toMatchObject({ outcome: 'declined', reason: 'already-charged' })
      expect(await cancel(asked.key, chargeRef)).toMatchObject({ outcome: 'declined', reason: 'already-charged' })
      expect(await found(asked.key)).toMatchObject({ status: 'succeeded' })
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: asked.amount }
      expect(await under.gateway().refund(refund)).toMatchObject({ outcome: 'ok' })
    })

    test('cancelling once more cancels nothing more, whether its key is the same or not', async () => {
      const { asked, chargeRef } = await waiting()
      expect(await cancel(asked.key, chargeRef)).toEqual({ outcome: 'ok', status: 'cancelled' })
      expect(await cancel(asked.key, chargeRef)).toEqual({ outcome: 'ok', status: 'cancelled' })
      expect(await cancel(`other-${asked.key}`, chargeRef)).toEqual({ outcome: 'ok', status: 'nothing-to-cancel' })
    })

    test('a charge that waits cannot be refunded', async () => {
      const { asked, chargeRef } = await waiting()
      const refund = { key: `refund-${asked.key}`, chargeRef, amount: asked.amount }
      expect(await under.gateway().refund(refund)).toMatchObject({ outcome: 'declined', reason: 'not-refundable' })
    })

    test('a charge that the gateway does not know is not taken for cancelled', async () => {
      await expect(cancel('nobody', 'pi_nobody')).rejects.toThrow(/refused a request of ours/)
    })
  })

  describe(`${name}: a card that needs the shopper’s approval`, () => {
    test('waits: nothing is taken, it is found waiting with its page, and the same key waits on the same page', async () => {
      const { asked, chargeRef, actionUrl } = await waiting()
      const waits = { chargeRef, status: 'action-required', actionUrl, amount: asked.amount }
      expect(await found(asked.key)).toMatchObject(waits)
      expect(await found(asked.key, chargeRef)).toMatchObject(waits)
      expect(await under.gateway().charge(asked)).toEqual({ outcome: 'actionRequired', chargeRef, actionUrl })
      expect(await under.books(asked.key)).toMatchObject({ count: 0 })
      const [told] = await toldOf(chargeRef, 1)
      expect(told).toMatchObject({ type: 'payment_intent.requires_action', actionUrl, paymentId: asked.paymentId })
    })

    test('is charged once when the shopper approves, however often; the same key is answered ok from then on', async () => {
      const { asked, chargeRef, actionUrl } = await waiting()
      const backs = await Promise.all([1, 2, 3].map(() => under.decide(actionUrl, 'approve')))
      expect(new Set(backs).size).toBe(1)
      const back = new URL(backs[0] ?? '')
      expect([`${back.origin}${back.pathname}`, back.searchParams.get('redirect_status')]).toEqual([
        returnUrl,
        'succeeded',
      ])
      expect(await found(asked.key)).toMatchObject({ chargeRef, status: 'succeeded', amount: asked.amount })
      expect(await under.gateway().charge(asked)).toEqual({ outcome: 'ok', chargeRef })
      expect(await under.books(asked.key)).toMatchObject({ count: 1 })
      const told = (await toldOf(chargeRef, 2)).filter(event => event.type === 'payment_intent.succeeded')
      expect(told).toMatchObject([{ orderId: asked.orderId, paymentId: asked.paymentId, key: asked.key }])
    })
  })
}
