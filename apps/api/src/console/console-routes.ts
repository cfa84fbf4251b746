import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'
import { exportOrdersRoute } from './export-orders-route.ts'
import { exportRoute } from './export-route.ts'
import { importRoute } from './import-route.ts'
import { pictureRoute } from './picture-route.ts'

/** What the console sends and takes as files; each route asks for its own permission. */
export const consoleRoutes = (api: ApiContext) => async (app: FastifyInstance) => {
  await app.register(importRoute(api))
  await app.register(exportRoute(api))
  await app.register(exportOrdersRoute(api))
  await app.register(pictureRoute(api))
}
