import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Logger } from 'pino'
import { uuidFromName } from '../ids/make-id.ts'
import type { Guard } from '../signing/guard.ts'
import { checkFunction, RefusedFunction } from './check-function.ts'
import { registration } from './function-config.ts'
import type { Registry } from './registry.ts'
import { storeFunctions } from './store-functions.ts'

type RegisterParts = {
  guard: Guard
  pool: pg.Pool
  registry: Registry
  now(): number
  onRegistered(): Promise<void>
  log: Logger
}

/**
 * POST /fn/register replaces an app's functions by those it names now: all of them, or none where one is refused.
 */
export function addRegisterRoutes(app: FastifyInstance, parts: RegisterParts): void {
  const { guard, pool, registry, log } = parts
  app.post('/fn/register', { bodyLimit: 10 * 1_024 * 1_024 }, async (request, reply) => {
    if (!guard.allowsBearer(request.headers.authorization)) {
      return reply.code(401).send({ error: 'The signing key is not this engine’s', status: 401, modified: false })
    }
    const read = registration.safeParse(request.body)
    if (!read.success) {
      const issue = read.error.issues[0]
      const error = `The registration is not valid: ${issue?.path.join('.') || 'body'}: ${issue?.message}`
      return reply.code(400).send({ error, status: 400, modified: false })
    }
    const { appName, url, sdk, framework } = read.data
    try {
      const checked = read.data.functions.map(given => checkFunction(appName, given))
      const modified = await storeFunctions(pool, { id: appName, url, sdk, framework }, checked, parts.now())
      for (const fn of registry.active()) if (fn.appId === appName) registry.retire(fn)
      registry.put(
        appName,
        checked.map(({ fn }) => fn),
      )
      await parts.onRegistered()
      log.info({ app: appName, functions: checked.length, modified }, 'An app has registered')
      return { ok: true, modified, sync_id: randomUUID(), app_id: uuidFromName(appName) }
    } catch (error) {
      if (!(error instanceof RefusedFunction)) throw error
      log.warn({ app: appName, reason: error.message }, 'A registration was refused')
      return reply.code(400).send({ error: error.message, status: 400, modified: false })
    }
  })
}
