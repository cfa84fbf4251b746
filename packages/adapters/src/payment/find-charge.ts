import type { FindAnswer } from '@makegood/core/ports/payment-gateway'
import type Stripe from 'stripe'
import type { GuardedCall } from '../outside/create-guard.ts'
import { GatewayMisuseError } from './gateway-misuse-error.ts'
import { readIntent } from './read-intent.ts'
import { readReadingTrouble } from './read-trouble.ts'

const intentsOfOneKeyMax = 10
const rank = { succeeded: 0, pending: 1, 'action-required': 2, failed: 3 } as const

const expand = ['latest_charge']

const retrieve = async (stripe: Stripe, key: string, chargeRef: string) => {
  const intent = await stripe.paymentIntents.retrieve(chargeRef, { expand })
  if (intent.metadata.key === key) return [intent]
  throw new GatewayMisuseError(`The charge ${chargeRef} was not made by the key ${key}.`)
}

/** The intents that took or tried to take money, by Stripe's list of charges, which shows each charge at once. */
const listCharged = async (stripe: Stripe, key: string) => {
  const charges = await stripe.charges.list({ transfer_group: key, limit: intentsOfOneKeyMax })
  const ids = charges.data.flatMap(({ payment_intent: intent }) =>
    intent === null ? [] : [typeof intent === 'string' ? intent : intent.id],
  )
  return await Promise.all([...new Set(ids)].map(id => stripe.paymentIntents.retrieve(id, { expand })))
}

/**
 * The intents that made no charge. Stripe's search lags by up to a minute; an intent that it hides so long waits for an
 * approval on a page whose address only its `chargeRef` came with, and whoever has that is answered by `retrieve`.
 */
const searchUncharged = async (stripe: Stripe, key: string) => {
  const quoted = key.replace(/[\\']/g, sign => `\\${sign}`)
  const found = await stripe.paymentIntents.search({
    query: `metadata['key']:'${quoted}'`,
    limit: intentsOfOneKeyMax,
    expand: ['data.latest_charge'],
  })
  return found.data.filter(intent => intent.metadata.key === key)
}

/** What became of the charge with this key: the attempt that took money, if there was one. */
export const findCharge =
  (stripe: Stripe, guard: GuardedCall) =>
  async (key: string, chargeRef?: string): Promise<FindAnswer> =>
    await guard<FindAnswer>(async () => {
      const charged = chargeRef?.startsWith('pi_')
        ? await retrieve(stripe, key, chargeRef)
        : await listCharged(stripe, key)
      const intents = charged.length > 0 ? charged : await searchUncharged(stripe, key)
      const [found] = intents.map(readIntent).sort((a, b) => rank[a.status] - rank[b.status])
      return found === undefined ? { outcome: 'ok', found: false } : { outcome: 'ok', found: true, ...found }
    }, readReadingTrouble)
