import type pg from 'pg'
import type { Logger } from 'pino'
import { checkRegistration } from './check-registration.ts'
import { registration } from './function-config.ts'
import { RefusedFunction } from './refuse.ts'
import type { Registry } from './registry.ts'
import { storeFunctions } from './store-functions.ts'

export type Registered = { appId: string; modified: boolean }

/** Takes a registration as the SDK writes it; throws RefusedFunction where anything of it is refused, and keeps none. */
export type RegisterApp = (given: unknown) => Promise<Registered>

export type RegisterAppParts = {
  pool: pg.Pool
  registry: Registry
  epoch: number
  now(): number
  onRegistered(): Promise<void>
  log: Logger
}

/** Replaces an app's functions by those that it names now: all of them, or none where one is refused. */
export function createRegisterApp(parts: RegisterAppParts): RegisterApp {
  const { pool, registry, epoch, now, onRegistered, log } = parts
  let last: Promise<unknown> = Promise.resolve()

  const register = async (given: unknown): Promise<Registered> => {
    const read = registration.safeParse(given)
    if (!read.success) {
      const issue = read.error.issues[0]
      throw new RefusedFunction(`The registration is not valid: ${issue?.path.join('.') || 'body'}: ${issue?.message}`)
    }
    const { appName, url, sdk, framework } = read.data
    const checked = checkRegistration(appName, read.data.functions)
    const modified = await storeFunctions(pool, { id: appName, url, sdk, framework }, checked, { epoch, now: now() })
    for (const fn of registry.active()) if (fn.appId === appName) registry.retire(fn)
    registry.put(
      appName,
      checked.map(({ fn }) => fn),
    )
    await onRegistered()
    log[modified ? 'info' : 'debug']({ app: appName, functions: checked.length, modified }, 'An app has registered')
    return { appId: appName, modified }
  }

  // One after the other, so that memory and Postgres end with the same one of two that come at once.
  return given => {
    const registering = last.then(() => register(given))
    // Only its own caller is told that one failed; the next one waits for its end, good or bad.
    last = Promise.allSettled([registering])
    return registering
  }
}
