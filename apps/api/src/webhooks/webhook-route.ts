import { type IncomingWebhook, storeWebhook } from '@makegood/db/webhook/store-webhook'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'

/** What a provider's webhook says once it is believed: enough to store it and to know whether anything follows. */
export type BelievedWebhook = Pick<IncomingWebhook, 'eventId' | 'type' | 'matters' | 'succeededPaymentId'>

export type WebhookVerdict =
  | { readonly ok: true; readonly webhook: BelievedWebhook }
  | { readonly ok: false; readonly reason: string }

export type WebhookSource = {
  readonly provider: IncomingWebhook['provider']
  readonly signatureHeader: string
  /** Believes a body only by its signature and the signature's age; needs the bytes as they were sent. */
  readonly verify: (body: Buffer, signature: string) => WebhookVerdict
}

/**
 * Takes a provider's webhooks: a body whose signature holds is stored as it came, once, with the event on which it is acted,
 * and answered 200; any other is answered 401 and leaves nothing behind. What it means is worked out from the stored row.
 */
export const webhookRoute = (api: ApiContext, source: WebhookSource) => async (app: FastifyInstance) => {
  const { provider } = source
  app.removeAllContentTypeParsers()
  // The signature is of the bytes as they were sent.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const signature = [request.headers[source.signatureHeader] ?? ''].flat().join(',')
    const verdict = source.verify(body, signature)
    if (!verdict.ok) {
      request.log.warn({ provider, reason: verdict.reason }, 'a webhook was refused')
      return reply.code(401).send({ received: false })
    }
    const { stored } = await storeWebhook(api.db, {
      ...verdict.webhook,
      provider,
      body: body.toString('utf8'),
      correlationId: request.id,
    })
    if (stored) api.outbox.nudge()
    request.log.info({ provider, eventId: verdict.webhook.eventId, stored }, 'a webhook was taken')
    return reply.send({ received: true })
  })
}
