import type { FastifyError, FastifyInstance } from 'fastify'
import { cutWhileDown } from '../faults/cut-while-down.ts'
import { createCheckKey } from '../gateway/check-key.ts'
import { GatewayError } from '../gateway/gateway-error.ts'
import { sendAnswer } from '../gateway/send-answer.ts'
import type { MessageContext } from '../messages/message-context.ts'
import { PlatformError, platformErrorBody } from './platform-error.ts'
import { storeRecords } from './store-records.ts'

/** 500 records of 16 KB each, with room for their names. */
const bodyLimit = 10 * 1024 * 1024

const toPlatformError = (error: FastifyError | PlatformError | GatewayError): PlatformError => {
  if (error instanceof PlatformError) return error
  if (error instanceof GatewayError) return new PlatformError(error.status, 'UNAUTHORIZED', error.message)
  const status = error.statusCode ?? 500
  return new PlatformError(status, status < 500 ? 'INVALID_REQUEST' : 'PLATFORM_FAILED', error.message)
}

/** The data platform's API, under `/data-platform/v1`. */
export const platformRoutes = (app: FastifyInstance, context: MessageContext, apiKey: string): void => {
  const checkKey = createCheckKey([apiKey])
  app.register(
    async platform => {
      platform.setErrorHandler((error: FastifyError | PlatformError | GatewayError, request, reply) => {
        const refused = toPlatformError(error)
        if (!(error instanceof PlatformError) && refused.status >= 500)
          request.log.error({ err: error }, 'request failed')
        return reply.code(refused.status).type('application/json').send(platformErrorBody(refused))
      })
      platform.addHook('onRequest', cutWhileDown(context.faults, 'data-platform'))
      platform.addHook('onRequest', async request => checkKey(request.headers.authorization))

      platform.post('/records', { bodyLimit }, async (request, reply) =>
        sendAnswer(reply, await storeRecords(context, request.body), context.closing),
      )
    },
    { prefix: '/data-platform/v1' },
  )
}
