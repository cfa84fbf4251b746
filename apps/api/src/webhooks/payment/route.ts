import { verifyPaymentWebhook } from '@makegood/adapters/payment/verify-payment-webhook'
import { storeWebhook } from '@makegood/db/webhook/store-webhook'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../../context.ts'

const provider = 'payment'

/**
 * Takes the gateway's webhooks: a body whose signature holds is stored as it came, once, and answered 200; any other is
 * answered 401 and leaves nothing behind. What it means is worked out later, from the stored row.
 */
export const paymentWebhookRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  // The signature is of the bytes as they were sent.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const signature = [request.headers['stripe-signature'] ?? ''].flat().join(',')
    const verified = verifyPaymentWebhook(body, signature, api.env.STRIPE_WEBHOOK_SECRET)
    if (!verified.ok) {
      request.log.warn({ reason: verified.reason }, 'a payment webhook was refused')
      return reply.code(401).send({ received: false })
    }
    const { event } = verified
    const { stored } = await storeWebhook(api.db, {
      provider,
      eventId: event.id,
      type: event.type === 'other' ? event.gatewayType : event.type,
      body: body.toString('utf8'),
    })
    request.log.info({ eventId: event.id, stored }, 'a payment webhook was taken')
    return reply.send({ received: true })
  })
}
