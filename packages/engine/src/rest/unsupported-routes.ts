import type { FastifyInstance } from 'fastify'

const durable = 'This engine runs no durable endpoints'
const realtime = 'This engine has no realtime'

/** Calls of the SDK, and of the real server's users, that this engine takes no part in, each with the sentence that says so. */
const refusals: [method: 'GET' | 'POST', path: string, sentence: string][] = [
  ['POST', '/v1/runs/:id/metadata', 'This engine keeps no metadata and no scores of runs'],
  ['POST', '/v1/signals', 'This engine has no signals'],
  ['POST', '/v1/realtime/publish', realtime],
  ['POST', '/v1/realtime/publish/tee', realtime],
  ['POST', '/v1/realtime/token', realtime],
  ['GET', '/v1/realtime/sse', realtime],
  ['POST', '/v1/checkpoint', durable],
  ['POST', '/v1/checkpoint/:run/steps', durable],
  ['GET', '/v1/http/runs/:run/output', durable],
  ['POST', '/v1/traces/userland', 'This engine keeps no traces'],
  ['POST', '/v0/connect/start', 'This engine calls apps over HTTP: it has no Connect'],
  ['POST', '/v0/gql', 'This engine has no GraphQL: runs and events are to be had at /v1/runs and /v1/events'],
]

/** Answers them with 501 before their bodies are read, which need not be JSON. */
export function addUnsupportedRoutes(api: FastifyInstance): void {
  for (const [method, url, error] of refusals) {
    api.route({
      method,
      url,
      onRequest: async (_request, reply) => reply.code(501).send({ error, status: 501 }),
      handler: async () => undefined,
    })
  }
}
