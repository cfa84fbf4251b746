import type { FastifyInstance } from 'fastify'
import { readVersion } from '../version.ts'
import type { Registry } from './registry.ts'

/**
 * GET /dev, in development only: by it SDKs and test harnesses find out whether a dev server is there, and which
 * functions it knows.
 */
export function addDevRoute(app: FastifyInstance, registry: Registry): void {
  const version = readVersion()
  app.get('/dev', async () => ({
    version,
    authed: false,
    functions: registry.active().map(({ id, slug, name }) => ({ id, slug, name })),
  }))
}
