import type { FastifyInstance } from 'fastify'

const quiet = new Set(['/health', '/metrics'])
const pathCharactersMax = 200

/** One line for each request, with its correlation id: what was asked for and how it went, never what was in it. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    // The query holds the input of a call.
    const path = request.url.split('?', 1)[0]?.slice(0, pathCharactersMax)
    const line = { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }
    if (quiet.has(path ?? '')) request.log.debug(line, 'request')
    else request.log.info(line, 'request')
  })
}
