import formbody from '@fastify/formbody'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import qs from 'qs'
import { carrierRoutes } from './carrier/carrier-routes.ts'
import { shipmentControls } from './carrier/shipment-controls.ts'
import { platformRoutes } from './data-platform/platform-routes.ts'
import { faultRoutes } from './faults/fault-routes.ts'
import { errorBody, GatewayError } from './gateway/gateway-error.ts'
import { gatewayRoutes } from './gateway/gateway-routes.ts'
import { makeId } from './gateway/make-id.ts'
import { apiVersion } from './gateway/stripe-objects.ts'
import { messageControls } from './messages/message-controls.ts'
import { pushRoutes } from './messages/push/push-routes.ts'
import { type SmsAccount, smsRoutes } from './messages/sms/sms-routes.ts'
import { inboxRoutes } from './page/inbox-routes.ts'
import { pageRoutes } from './page/page-routes.ts'
import { refuseForeignPages } from './page/refuse-foreign-pages.ts'
import { pastRoutes } from './past/past-routes.ts'
import type { SandboxContext } from './sandbox-context.ts'

const bodyLimit = 64 * 1024

const toGatewayError = (error: FastifyError | GatewayError, log: FastifyBaseLogger): GatewayError => {
  if (error instanceof GatewayError) return error
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new GatewayError(error.statusCode, { type: 'invalid_request_error', message: error.message })
  }
  log.error({ err: error }, 'request failed')
  return new GatewayError(500, { type: 'api_error', message: 'The sandbox itself failed; its log says why.' })
}

/** The server with all its routes, not yet listening. No body is ever logged. */
export const buildServer = (
  context: SandboxContext,
  options: {
    readonly log: FastifyBaseLogger
    readonly secretKey: string
    readonly publishableKey: string
    readonly shopUrl: string
    readonly carrierKey: string
    readonly smsAccount: SmsAccount
    readonly dataPlatformKey: string
  },
): FastifyInstance => {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    genReqId: () => makeId('req'),
    keepAliveTimeout: 72_000,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    routerOptions: { querystringParser: text => qs.parse(text, { parameterLimit: 100 }) },
  })
  app.register(formbody, { parser: text => qs.parse(text, { parameterLimit: 200 }) })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id).header('stripe-version', apiVersion)
  })
  app.addHook('onRequest', refuseForeignPages)
  app.setErrorHandler((error: FastifyError | GatewayError, request, reply) => {
    const refused = toGatewayError(error, request.log)
    return reply.code(refused.status).type('application/json').send(errorBody(refused.error))
  })
  app.setNotFoundHandler((request, reply) => {
    const message = `Unrecognized request URL (${request.method}: ${request.url.split('?')[0]}). The sandbox knows only what the shop uses; its page says what that is.`
    return reply
      .code(404)
      .type('application/json')
      .send(errorBody({ type: 'invalid_request_error', message }))
  })
  app.get('/health', async () => {
    await context.gateway.pool.query('select 1')
    return { status: 'ok' }
  })
  gatewayRoutes(app, context.gateway, {
    secret: options.secretKey,
    publishable: options.publishableKey,
    shopOrigin: new URL(options.shopUrl).origin,
  })
  carrierRoutes(app, context.carrier, options.carrierKey)
  smsRoutes(app, context.messages, options.smsAccount)
  pushRoutes(app, context.messages)
  platformRoutes(app, context.messages, options.dataPlatformKey)
  faultRoutes(app, context)
  pastRoutes(app, context)
  shipmentControls(app, context.carrier)
  messageControls(app, context.messages)
  pageRoutes(app, context)
  inboxRoutes(app, context.messages)
  return app
}
