import { money } from '@makegood/core/money/money'
import type { ChargeRequest, FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { expect } from 'vitest'
import type { PaymentEvent } from '../payment-event.ts'

export type CardBehaviour =
  | 'pays'
  | 'is-declined'
  | 'lacks-funds'
  | 'has-expired'
  | 'has-wrong-cvc'
  | 'needs-approval'
  | 'is-declined-after-approval'
  | 'charges-then-silent'
  | 'fails-once'
  | 'fails-always'
  | 'has-slow-refunds'
  | 'has-failing-refunds'
  | 'is-disputed'

/** What a gateway under test must be able to show, so that the same promises are tried on each. */
export type GatewayUnderTest = {
  readonly gateway: () => PaymentGateway
  /** A fresh token for a card that behaves so. */
  readonly cardThat: (behaviour: CardBehaviour) => Promise<string>
  /** How many charges of the key took money, and how much went back, by the gateway's own books. */
  readonly books: (key: string) => Promise<{ readonly count: number; readonly amountRefunded: number }>
  /** Says yes or no on the approval page as the shopper does, and where the browser is led to. */
  readonly decide: (actionUrl: string, decision: 'approve' | 'refuse') => Promise<string>
  /** What the gateway has told so far, every signature checked, oldest first. */
  readonly events: () => readonly PaymentEvent[]
}

export const returnUrl = 'http://localhost:3000/ko/orders/ord_back'

let serial = 0
export const chargeOf = (paymentMethod: string, more: Partial<ChargeRequest> = {}): ChargeRequest => {
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

/** What can be asked of every gateway under test, with the promise that it comes to pass. */
export const stepsOn = (under: GatewayUnderTest) => {
  const charged = async (behaviour: CardBehaviour = 'pays') => {
    const asked = chargeOf(await under.cardThat(behaviour))
    const answer = await under.gateway().charge(asked)
    if (answer.outcome !== 'ok') throw new Error(`not charged: ${JSON.stringify(answer)}`)
    return { asked, chargeRef: answer.chargeRef }
  }
  const waiting = async (behaviour: CardBehaviour = 'needs-approval') => {
    const asked = chargeOf(await under.cardThat(behaviour), { returnUrl })
    const answer = await under.gateway().charge(asked)
    if (answer.outcome !== 'actionRequired') throw new Error(`does not wait: ${JSON.stringify(answer)}`)
    return { asked, chargeRef: answer.chargeRef, actionUrl: answer.actionUrl }
  }
  const found = async (key: string, chargeRef?: string): Promise<Extract<FindAnswer, { found: true }>> => {
    const answer = await under.gateway().findByKey(key, chargeRef)
    if (answer.outcome !== 'ok' || !answer.found) throw new Error(`not found: ${JSON.stringify(answer)}`)
    return answer
  }
  /** The types of the events about a charge, once there are so many. */
  const toldOf = async (chargeRef: string, count: number) => {
    const told = () => under.events().filter(event => 'chargeRef' in event && event.chargeRef === chargeRef)
    await expect.poll(() => told().length, { timeout: 8000 }).toBeGreaterThanOrEqual(count)
    return told()
  }
  return { charged, waiting, found, toldOf }
}
