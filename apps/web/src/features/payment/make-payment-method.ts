import { fieldsOf } from '../../lib/fields-of'
import { isOffline } from '../../lib/is-offline'
import { timedFetch } from '../../lib/trpc/timed-fetch'
import type { CardField, CardValues } from './card-format'

export type Tokenised =
  | { readonly outcome: 'ok'; readonly paymentMethod: string }
  | { readonly outcome: 'refused'; readonly field: CardField | null; readonly words: 'wrong' | 'past' | 'refused' }
  | { readonly outcome: 'no-answer' }
  | { readonly outcome: 'offline' }

const isTextOrAbsent = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string'

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
    const { id, error } = fieldsOf(await response.json())
    if (response.ok && typeof id === 'string' && id.startsWith('pm_')) return { outcome: 'ok', paymentMethod: id }
    const { type, code, param } = fieldsOf(error)
    const isRefusal = typeof type === 'string' && isTextOrAbsent(code) && isTextOrAbsent(param)
    if (response.status >= 500 || !isRefusal) return { outcome: 'no-answer' }
    if (code === 'card_declined') return { outcome: 'refused', field: 'number', words: 'refused' }
    return { outcome: 'refused', field: fieldOf(param), words: code === 'expired_card' ? 'past' : 'wrong' }
  } catch (error) {
    console.warn('the gateway did not answer', error)
    return { outcome: isOffline() ? 'offline' : 'no-answer' }
  }
}
