import { z } from 'zod'
import { isOffline } from '../../lib/is-offline'
import { timedFetch } from '../../lib/trpc/timed-fetch'
import type { CardField, CardValues } from './card-format'

export type Tokenised =
  | { readonly outcome: 'ok'; readonly paymentMethod: string }
  | { readonly outcome: 'refused'; readonly field: CardField | null; readonly words: 'wrong' | 'past' | 'refused' }
  | { readonly outcome: 'no-answer' }
  | { readonly outcome: 'offline' }

const okSchema = z.object({ id: z.string().startsWith('pm_') })
const errorSchema = z.object({
  error: z.object({ type: z.string(), code: z.string().optional(), param: z.string().optional() }),
})

const fields: Readonly<Record<string, CardField>> = { number: 'number', exp_month: 'exp', exp_year: 'exp', cvc: 'cvc' }

/** The field that the gateway found fault with; it names them `number` or `card[number]`. */
export const fieldOf = (param: string | undefined): CardField | null => {
  const name = param?.replace(/^card\[(.+)\]$/, '$1') ?? ''
  return fields[name] ?? null
}

const post = timedFetch(15_000)

/**
 * Turns the card into the gateway's token, from the browser straight to the gateway: the shop's own servers never see the
 * card. Refusals name the field; no answer is told apart from a refusal, and the shopper's own line from the gateway's.
 */
export const makePaymentMethod = async (
  gateway: { readonly gatewayUrl: string; readonly publishableKey: string },
  card: CardValues,
): Promise<Tokenised> => {
  const [month = '', year = ''] = card.exp.split('/').map(part => part.trim())
  const body = new URLSearchParams({
    type: 'card',
    'card[number]': card.number.replace(/\s/g, ''),
    'card[exp_month]': month,
    'card[exp_year]': year,
    'card[cvc]': card.cvc,
  })
  try {
    const response = await post(`${gateway.gatewayUrl}/v1/payment_methods`, {
      method: 'POST',
      body,
      headers: { Authorization: `Bearer ${gateway.publishableKey}` },
    })
    const answer: unknown = await response.json()
    const ok = okSchema.safeParse(answer)
    if (response.ok && ok.success) return { outcome: 'ok', paymentMethod: ok.data.id }
    const refused = errorSchema.safeParse(answer)
    if (response.status >= 500 || !refused.success) return { outcome: 'no-answer' }
    const { code, param } = refused.data.error
    if (code === 'card_declined') return { outcome: 'refused', field: 'number', words: 'refused' }
    return { outcome: 'refused', field: fieldOf(param), words: code === 'expired_card' ? 'past' : 'wrong' }
  } catch (error) {
    console.warn('the gateway did not answer', error)
    return { outcome: isOffline() ? 'offline' : 'no-answer' }
  }
}
