import { nextFire } from '../cron/next-fire.ts'
import { uuidFromName } from '../ids/make-id.ts'
import type { ConcurrencyLimit, EngineFunction } from './engine-function.ts'
import { compileExpression, type Expression } from './expression.ts'
import { type FunctionConfig, functionConfig } from './function-config.ts'

export class RefusedFunction extends Error {
  override name = 'RefusedFunction'
}

const defaultRetries = 3

// Options that would be wrong to accept and not to honour, each with what the engine would have to do.
const unsupported: Record<string, string> = {
  batchEvents: 'it does not collect events into batches',
  cancel: 'it does not cancel runs on an event (cancelOn)',
  debounce: 'it does not debounce',
  priority: 'it starts runs in the order of their events',
  rateLimit: 'it does not drop events by rate',
  singleton: 'it does not keep runs single',
  throttle: 'it does not throttle',
  timeouts: 'it does not end runs by time',
}

/** The function ready to run, or a RefusedFunction that names the function, the option and the reason. */
export function checkFunction(appId: string, given: unknown): { fn: EngineFunction; config: FunctionConfig } {
  const read = functionConfig.safeParse(given)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new RefusedFunction(
      `Function ${nameOf(given)}: option ${issue?.path.join('.') || 'config'} is not valid: ${issue?.message}`,
    )
  }
  const config = read.data
  for (const [option, reason] of Object.entries(unsupported)) {
    if (config[option] !== undefined && config[option] !== null)
      refuse(config.id, option, `this engine cannot: ${reason}`)
  }
  const { runtime, retries } = config.steps.step
  if (runtime.type !== 'http') refuse(config.id, 'runtime', `this engine calls apps over http, not ${runtime.type}`)
  const fn: EngineFunction = {
    id: uuidFromName(`${appId}/${config.id}`),
    appId,
    slug: config.id,
    name: config.name ?? config.id,
    url: runtime.url,
    maxAttempts: (retries?.attempts ?? defaultRetries) + 1,
    events: [],
    crons: [],
    idempotency: config.idempotency ? compile(config.id, 'idempotency', config.idempotency) : undefined,
    concurrency: readConcurrency(config),
  }
  for (const trigger of config.triggers) {
    if ('event' in trigger) {
      const condition = trigger.expression ? compile(config.id, 'trigger if', trigger.expression) : undefined
      fn.events.push({ event: checkEventName(config.id, trigger.event), condition })
    } else fn.crons.push(checkCron(config.id, trigger))
  }
  return { fn, config }
}

function refuse(slug: string, option: string, reason: string): never {
  throw new RefusedFunction(`Function ${slug}: option ${option} is refused: ${reason}`)
}

function compile(slug: string, option: string, text: string): Expression {
  try {
    return compileExpression(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return refuse(slug, option, `"${text}" is no CEL expression: ${reason}`)
  }
}

function checkEventName(slug: string, name: string): string {
  const star = name.indexOf('*')
  if (star >= 0 && star < name.length - 1) refuse(slug, 'trigger', `"${name}": a * may only stand at the end`)
  return name
}

function checkCron(slug: string, trigger: { cron: string; jitter?: string | undefined }): string {
  if (trigger.jitter) refuse(slug, 'cron jitter', 'this engine fires on time')
  try {
    nextFire(trigger.cron, 0)
  } catch (error) {
    refuse(slug, 'cron', `"${trigger.cron}": ${error instanceof Error ? error.message : String(error)}`)
  }
  return trigger.cron
}

function readConcurrency(config: FunctionConfig): ConcurrencyLimit[] {
  if (config.concurrency === undefined) return []
  const given = typeof config.concurrency === 'number' ? { limit: config.concurrency } : config.concurrency
  return (Array.isArray(given) ? given : [given])
    .filter(limit => limit.limit > 0)
    .map(limit => ({
      limit: limit.limit,
      scope: limit.scope ?? 'fn',
      key: limit.key ? compile(config.id, 'concurrency key', limit.key) : undefined,
    }))
}

function nameOf(given: unknown): string {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
  return typeof id === 'string' ? id : '(without id)'
}
