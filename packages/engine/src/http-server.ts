import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { BadEvents } from './events/read-events.ts'
import { deepestNesting, isTooDeep, mayBeTooDeep } from './json/nesting.ts'
import { parseJson } from './json/read-json.ts'
import { closeUnusedConnections } from './page/close-unused-connections.ts'
import { refuseForeignPages } from './page/refuse-foreign-pages.ts'

/**
 * The HTTP server without its routes. Bodies are JSON whatever their content type says; whatever is wrong with a
 * request is answered with `{ error, status }`.
 */
export function createHttpServer(kind: 'dev' | 'cloud', log: Logger): FastifyInstance {
  const app = Fastify({
    logger: false,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, _request, reply) =>
      answerError(reply as FastifyReply, error.statusCode ?? 400, error.message),
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, readBody(body as string))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      done(Object.assign(new Error(reason), { statusCode: 400 }))
    }
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-inngest-server-kind', kind)
  })
  closeUnusedConnections(app)
  if (kind === 'dev') refuseForeignPages(app)
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `This engine has no ${request.method} ${request.url}`, status: 404 }),
  )
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error instanceof BadEvents ? error.status : (error.statusCode ?? 500)
    if (status >= 500)
      log.error({ err: error, method: request.method, url: request.routeOptions.url }, 'A request failed')
    return answerError(reply, status, status < 500 ? error.message : 'The engine failed')
  })
  return app
}

function answerError(reply: FastifyReply, status: number, error: string): FastifyReply {
  return reply.code(status).send({ error, status })
}

function readBody(text: string): unknown {
  if (text === '') return undefined
  const read = parseJson(text)
  if (!read) throw new Error('The body is no JSON')
  if (mayBeTooDeep(text) && isTooDeep(read.value)) {
    throw new Error(`The body is nested deeper than ${deepestNesting} levels`)
  }
  return read.value
}
