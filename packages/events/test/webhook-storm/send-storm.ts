import { createHmac } from 'node:crypto'
import type { Random } from '../../simulation/random.ts'
import { standKeys } from '../stand/keys.ts'
import type { Collected } from './collect-webhooks.ts'

const headerOf = { payment: 'stripe-signature', carrier: 'carrier-signature' } as const
const secretOf = { payment: standKeys.STRIPE_WEBHOOK_SECRET, carrier: standKeys.CARRIER_WEBHOOK_SECRET } as const

export type Storm = { readonly perSecond: number; readonly p95Ms: number }

/**
 * Sends so many webhooks to the api, each of these at least once and otherwise at random, in random order and so many at a
 * time, signed anew each time as the providers do. Throws where one is not taken.
 */
export const sendStorm = async (
  apiUrl: string,
  webhooks: readonly Collected[],
  { count, atOnce, random }: { readonly count: number; readonly atOnce: number; readonly random: Random },
): Promise<Storm> => {
  const more = Array.from({ length: count - webhooks.length }, () => random.pick(webhooks))
  const waiting = shuffle([...webhooks, ...more], random)
  const tookMs: number[] = []
  const sender = async (): Promise<void> => {
    for (let webhook = waiting.pop(); webhook; webhook = waiting.pop()) {
      const began = performance.now()
      await send(apiUrl, webhook)
      tookMs.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, sender))
  const seconds = (performance.now() - began) / 1000
  tookMs.sort((a, b) => a - b)
  return { perSecond: tookMs.length / seconds, p95Ms: tookMs[Math.floor(tookMs.length * 0.95)] ?? 0 }
}

const send = async (apiUrl: string, { provider, body }: Collected): Promise<void> => {
  const at = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secretOf[provider]).update(`${at}.${body}`).digest('hex')
  const answer = await fetch(`${apiUrl}/webhooks/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', [headerOf[provider]]: `t=${at},v1=${signature}` },
    body,
    signal: AbortSignal.timeout(30_000),
  })
  if (!answer.ok) throw new Error(`the api answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

const shuffle = <Item>(items: Item[], random: Random): Item[] => {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last)
    const [a, b] = [items[last], items[other]] as [Item, Item]
    items[last] = b
    items[other] = a
  }
  return items
}
