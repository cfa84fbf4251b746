import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { uuidFromName } from '../ids/make-id.ts'
import type { Guard } from '../signing/guard.ts'
import { RefusedFunction } from './refuse.ts'
import type { RegisterApp } from './register-app.ts'

type RegisterParts = { guard: Guard; registerApp: RegisterApp; log: Logger }

/**
 * POST /fn/register replaces an app's functions by those it names now: all of them, or none where one is refused.
 */
export function addRegisterRoutes(app: FastifyInstance, { guard, registerApp, log }: RegisterParts): void {
  app.post('/fn/register', { bodyLimit: 10 * 1_024 * 1_024 }, async (request, reply) => {
    if (!guard.allowsBearer(request.headers.authorization)) {
      return reply.code(401).send({ error: 'The signing key is not this engine’s', status: 401, modified: false })
    }
    try {
      const { appId, modified } = await registerApp(request.body)
      return { ok: true, modified, sync_id: randomUUID(), app_id: uuidFromName(appId) }
    } catch (error) {
      if (!(error instanceof RefusedFunction)) throw error
      log.warn({ reason: error.message }, 'A registration was refused')
      return reply.code(400).send({ error: error.message, status: 400, modified: false })
    }
  })
}
