import type { FastifyInstance } from 'fastify'
import { serve } from 'inngest/fastify'
import type { ApiContext } from './context.ts'

const path = '/api/inngest'
// A run's state travels with each call of the engine.
const bodyBytesMax = 32 * 1024 * 1024

/** Where the engine calls the shop's functions: signed calls only, GET, POST and PUT only. */
export const inngestRoutes = (api: ApiContext) => async (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser('error', 'error')
  // The engine may send PUT with a JSON content type and nothing in it.
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: bodyBytesMax },
    (request, body, done) => {
      if (body.length === 0) done(null, undefined)
      else parseJson(request, String(body), done)
    },
  )
  const handler = serve({
    client: api.inngest,
    functions: api.functions,
    serveOrigin: api.env.API_URL,
    servePath: path,
    enableUnauthedSync: false,
  })
  app.route({ method: ['GET', 'POST', 'PUT'], url: '/', exposeHeadRoute: false, bodyLimit: bodyBytesMax, handler })
  app.route({
    method: ['PATCH', 'DELETE', 'OPTIONS', 'HEAD'],
    url: '/',
    handler: (_request, reply) => reply.code(405).header('allow', 'GET, POST, PUT').send(),
  })
}
