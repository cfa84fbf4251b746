import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cutWhileDown } from '../faults/cut-while-down.ts'
import type { FaultTarget } from '../faults/fault-modes.ts'
import { cancelPaymentIntent } from './cancel-payment-intent.ts'
import { createCheckKey } from './check-key.ts'
import { confirmPaymentIntent } from './confirm-payment-intent.ts'
import { createPaymentIntent } from './create-payment-intent.ts'
import { createPaymentMethod } from './create-payment-method.ts'
import { createRefund } from './create-refund.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest } from './gateway-error.ts'
import { holdLookups } from './hold-lookups.ts'
import { fingerprintOf } from './perform-once.ts'
import { listCharges, readCharge } from './read-charges.ts'
import { listIntents, readIntent, searchIntents } from './read-intents.ts'
import { listRefunds, readRefund } from './read-refunds.ts'
import { sendAnswer } from './send-answer.ts'

type WithId = { Params: { id: string } }

const onceOf = (request: FastifyRequest): Once => {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' && header !== '' ? header : request.id
  if (key.length > 255) throw invalidRequest('Idempotency keys must be at most 255 characters long.')
  return { key, fingerprint: fingerprintOf(request.url, request.body), requestId: request.id }
}

/** The subset of Stripe's API that the shop uses, under `/v1`. */
export const gatewayRoutes = (
  app: FastifyInstance,
  context: GatewayContext,
  keys: { readonly secret: string; readonly publishable: string; readonly shopOrigin: string },
): void => {
  const checkSecret = createCheckKey([keys.secret], { publishable: keys.publishable })
  const checkEither = createCheckKey([keys.secret, keys.publishable])

  app.register(async open => {
    open.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', keys.shopOrigin).header('vary', 'Origin')
    })
    open.options('/v1/payment_methods', async (_request, reply) =>
      reply
        .headers({
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'authorization, content-type, stripe-version, idempotency-key',
          'access-control-max-age': '600',
        })
        .code(204)
        .send(),
    )
    open.post('/v1/payment_methods', async (request, reply) => {
      checkEither(request.headers.authorization)
      return sendAnswer(reply, await createPaymentMethod(context.pool, request.body), context.closing)
    })
  })

  app.register(async closed => {
    closed.addHook('onRequest', async request => checkSecret(request.headers.authorization))
    const act = async (request: FastifyRequest, reply: FastifyReply, perform: (once: Once) => Promise<Answer>) => {
      const once = onceOf(request)
      return sendAnswer(reply.header('idempotency-key', once.key), await perform(once), context.closing)
    }
    const unlessDown = (target: FaultTarget) => ({ preHandler: cutWhileDown(context.faults, target) })
    closed.post('/v1/payment_intents', unlessDown('payment'), (request, reply) =>
      act(request, reply, once => createPaymentIntent(context, once, request.body)),
    )
    closed.post<WithId>('/v1/payment_intents/:id/confirm', unlessDown('payment'), (request, reply) =>
      act(request, reply, once => confirmPaymentIntent(context, once, request.params.id, request.body)),
    )
    closed.post<WithId>('/v1/payment_intents/:id/cancel', unlessDown('cancel'), (request, reply) =>
      act(request, reply, once => cancelPaymentIntent(context, once, request.params.id, request.body)),
    )
    closed.post('/v1/refunds', unlessDown('refund'), (request, reply) =>
      act(request, reply, once => createRefund(context, once, request.body)),
    )

    closed.register(async lookups => {
      lookups.addHook('preHandler', cutWhileDown(context.faults, 'lookup'))
      lookups.addHook('preHandler', () => holdLookups(context))
      lookups.get('/v1/payment_intents', request => listIntents(context.pool, request.query))
      lookups.get('/v1/payment_intents/search', request => searchIntents(context.pool, request.query))
      lookups.get<WithId>('/v1/payment_intents/:id', request =>
        readIntent(context.pool, request.params.id, request.query),
      )
      lookups.get('/v1/charges', request => listCharges(context.pool, request.query))
      lookups.get<WithId>('/v1/charges/:id', request => readCharge(context.pool, request.params.id))
      lookups.get('/v1/refunds', request => listRefunds(context.pool, request.query))
      lookups.get<WithId>('/v1/refunds/:id', request => readRefund(context.pool, request.params.id))
    })
  })
}
