import type { FastifyInstance } from 'fastify'
import { createGuard, type Guard } from '../signing/guard.ts'
import type { EngineMetrics } from './engine-metrics.ts'

type MetricsRouteParts = {
  guard: Guard
  mode: 'dev' | 'cloud'
  metrics: EngineMetrics
  metricsKey: string | undefined
}

/**
 * GET /metrics in Prometheus's text form. In signed mode it asks for the signing key as the API does, or for the key of
 * its own, so that a scraper need not know what signs requests. In development it asks for that key where there is one.
 */
export function addMetricsRoute(app: FastifyInstance, { guard, mode, metrics, metricsKey }: MetricsRouteParts): void {
  const own = metricsKey === undefined ? undefined : createGuard({ eventKeys: [], signingKey: metricsKey })
  const mayRead = (authorization: string | undefined) =>
    own?.allowsBearer(authorization) || ((!own || mode === 'cloud') && guard.allowsBearer(authorization))

  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request.headers.authorization)) return reply.code(401).send({ error: 'Unauthorized', status: 401 })
    return reply.type(metrics.contentType).send(await metrics.text())
  })
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/v1/checkpoint/')) metrics.checkpointed(reply.statusCode)
  })
}
