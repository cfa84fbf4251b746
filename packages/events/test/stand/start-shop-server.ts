import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyCarrierWebhook } from '@makegood/adapters/carrier/verify-carrier-webhook'
import { verifyPaymentWebhook } from '@makegood/adapters/payment/verify-payment-webhook'
import type { Db } from '@makegood/db/client'
import { storeWebhook } from '@makegood/db/webhook/store-webhook'
import { standKeys } from './keys.ts'

/**
 * The shop's own server in small: the endpoint where the engine calls the functions, once `serve` has given it, and the
 * addresses where the outside world sends its webhooks.
 */
export const startShopServer = async (db: Db, nudge: () => void) => {
  let functions: RequestListener | undefined
  const unheard = new Set<string>()
  const server = createServer(async (request, response) => {
    try {
      if (request.url?.startsWith('/webhooks/')) await takeWebhook(db, request, response, unheard)
      else if (functions) functions(request, response)
      else response.writeHead(503).end()
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
    nudge()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const register = async () => {
    const registered = await fetch(`${url}/api/inngest`, { method: 'PUT', signal: AbortSignal.timeout(10_000) })
    if (!registered.ok) throw new Error(`the functions could not be registered: ${await registered.text()}`)
  }
  return {
    url,
    serve: async (listener: RequestListener) => {
      functions = listener
      await register()
    },
    register,
    /** What names this never reaches the shop, as if it were lost on the way. */
    loseWebhooksOf: (name: string) => void unheard.add(name),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const takeWebhook = async (
  db: Db,
  request: IncomingMessage,
  response: ServerResponse,
  unheard: ReadonlySet<string>,
): Promise<void> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const body = Buffer.concat(parts)
  const provider = request.url === '/webhooks/carrier' ? 'carrier' : 'payment'
  const read = provider === 'carrier' ? readCarrier(body, request) : readPayment(body, request)
  if (!read) {
    response.writeHead(401).end()
    return
  }
  const text = body.toString('utf8')
  if (![...unheard].some(name => text.includes(name)))
    await storeWebhook(db, { provider, body: text, correlationId: 'cor_webhook', ...read })
  response.writeHead(200).end()
}

const readPayment = (body: Buffer, request: IncomingMessage) => {
  const verified = verifyPaymentWebhook(
    body,
    String(request.headers['stripe-signature']),
    standKeys.STRIPE_WEBHOOK_SECRET,
  )
  if (!verified.ok) return null
  const { event } = verified
  const succeededPaymentId = event.type === 'payment_intent.succeeded' ? (event.paymentId ?? null) : null
  return { eventId: event.id, type: event.type, matters: event.type !== 'other', succeededPaymentId }
}

const readCarrier = (body: Buffer, request: IncomingMessage) => {
  const verified = verifyCarrierWebhook(
    body,
    String(request.headers['carrier-signature']),
    standKeys.CARRIER_WEBHOOK_SECRET,
  )
  if (!verified.ok) return null
  const { id, type } = JSON.parse(body.toString('utf8')) as { id: string; type: string }
  return { eventId: id, type, matters: true, succeededPaymentId: null }
}
