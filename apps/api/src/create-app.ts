import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { newId } from '@makegood/core/ids'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { authRoutes } from './auth/auth-routes.ts'
import { catalogueChangesRoute } from './catalogue-changes.ts'
import { consoleRoutes } from './console/console-routes.ts'
import { uploadsRoute } from './console/uploads-route.ts'
import type { ApiContext } from './context.ts'
import { healthRoute } from './health.ts'
import { checkOrigin } from './http/check-origin.ts'
import { logRequests } from './http/log-requests.ts'
import { sendError } from './http/send-error.ts'
import { inngestRoutes } from './inngest.ts'
import { metricsRoute } from './metrics/metrics-route.ts'
import { orderLinkRoutes } from './order-links/order-link-routes.ts'
import { trpcRoutes } from './trpc/trpc-routes.ts'
import { traceRequests } from './watch/trace-requests.ts'
import { watchAnswers } from './watch/watch-answers.ts'
import { carrierWebhookRoute } from './webhooks/carrier/route.ts'
import { paymentWebhookRoute } from './webhooks/payment/route.ts'

const bodyBytesMax = 256 * 1024
const requestTimeoutMs = 15_000

/** The api as a server that does not listen yet: every route with its own checks, and one way to answer an error. */
export const createApp = async (api: ApiContext): Promise<FastifyInstance> => {
  const isHttps = api.env.WEB_URL.startsWith('https:')
  const app = Fastify({
    loggerInstance: api.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    frameworkErrors: (error, request, reply) => sendError(error, request as FastifyRequest, reply as FastifyReply),
    genReqId: () => newId('correlation', new Date()),
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    // Only the nearest peer is believed, and only where it is our own proxy: whatever stands before it is hearsay.
    trustProxy: (address, hop) => hop === 0 && isTrusted(api, address),
    http: {
      // Room for the URL of a batch that is too large, so that it is refused in words.
      maxHeaderSize: 64 * 1024,
      // Node looks for late requests only as far as the shorter of both limits reaches, and the headers' is a minute.
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: 3000,
    },
  })
  app.setErrorHandler(sendError)
  app.setNotFoundHandler((request, reply) =>
    sendError(Object.assign(new Error('no such route'), { statusCode: 404 }), request, reply),
  )
  logRequests(app)
  traceRequests(app)
  watchAnswers(app, api.answerTimes, api.timings)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('preClose', async () => api.beginStop())

  await app.register(async pages => {
    await pages.register(cookie)
    pages.addHook('onRequest', async request => checkOrigin(request, api.env.WEB_URL))
    await pages.register(authRoutes(api), { prefix: '/auth' })
    await pages.register(trpcRoutes(api), { prefix: '/trpc' })
    await pages.register(consoleRoutes(api), { prefix: '/console' })
    await pages.register(orderLinkRoutes(api), { prefix: '/order-links' })
  })
  await app.register(uploadsRoute(api), { prefix: '/pictures/uploads' })
  await app.register(paymentWebhookRoute(api), { prefix: '/webhooks/payment' })
  await app.register(carrierWebhookRoute(api), { prefix: '/webhooks/carrier' })
  await app.register(inngestRoutes(api), { prefix: '/api/inngest' })
  await app.register(catalogueChangesRoute(api), { prefix: '/catalogue-changes' })
  await app.register(healthRoute(api), { prefix: '/health' })
  await app.register(metricsRoute(api), { prefix: '/metrics' })
  return app
}

const isTrusted = (api: ApiContext, address: string): boolean =>
  api.env.TRUSTED_PROXIES.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
