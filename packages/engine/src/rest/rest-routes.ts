import type { FastifyInstance } from 'fastify'
import type { Guard } from '../signing/guard.ts'
import { addCancellationRoutes, type CancellationRouteParts } from './cancellation-routes.ts'
import { addEventReadRoutes } from './event-routes.ts'
import { addFunctionRoutes } from './function-routes.ts'
import { addRunRoutes, type RunRouteParts } from './run-routes.ts'
import { addSdkStateRoutes } from './sdk-state-routes.ts'
import { addUnsupportedRoutes } from './unsupported-routes.ts'

type RestParts = { guard: Guard } & RunRouteParts & CancellationRouteParts

/** The REST calls, all of them under the signing key. */
export function addRestRoutes(app: FastifyInstance, parts: RestParts): void {
  app.register(async api => {
    api.addHook('onRequest', async (request, reply) => {
      if (parts.guard.allowsBearer(request.headers.authorization)) return
      await reply.code(401).send({ error: 'Unauthorized', status: 401 })
    })
    addRunRoutes(api, parts)
    addEventReadRoutes(api, parts.pool, parts.now)
    addFunctionRoutes(api, parts.pool, parts.now)
    addCancellationRoutes(api, parts)
    addSdkStateRoutes(api, parts.pool)
    addUnsupportedRoutes(api)
  })
}
