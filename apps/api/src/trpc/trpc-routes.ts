import { DomainError } from '@makegood/core/errors'
import { TRPCError } from '@trpc/server'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'
import { createRequestContext } from './context.ts'
import { appRouter } from './root.ts'

const batchMax = 10

/**
 * The procedures over HTTP: JSON only, ten calls a batch at most, errors that nobody foresaw logged here with their stack.
 */
export const trpcRoutes = (api: ApiContext) => async (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'POST'],
    url: '/*',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      // A streamed batch sends its headers first: a cookie that a call sets would be lost without a word.
      if (request.headers['trpc-accept'] === 'application/jsonl' || request.headers.accept === 'application/jsonl')
        throw new DomainError('invalid-input', 'streamed batches are not served', { reason: 'use-http-batch-link' })
      const path = request.params['*']
      if (!/^[A-Za-z0-9.,-]+$/.test(path)) throw new DomainError('not-found', 'no procedure has such a name')
      await fastifyRequestHandler({
        router: appRouter,
        req: request,
        res: reply,
        path,
        maxBatchSize: batchMax,
        createContext: () => createRequestContext(api, request, reply),
        onError: ({ error, path }) => {
          if (error.code === 'INTERNAL_SERVER_ERROR')
            request.log.error({ err: error.cause ?? error, procedure: path?.slice(0, 100) }, 'a procedure failed')
        },
      }).catch((error: unknown) => {
        // The one thing that tRPC throws instead of answering: a Host header that is no host.
        throw error instanceof TRPCError ? new DomainError('invalid-input', error.message, {}, { cause: error }) : error
      })
    },
  })
}
