import { nextFire } from '../cron/next-fire.ts'
import { uuidFromName } from '../ids/make-id.ts'
import { checkFlow } from './check-flow.ts'
import type { CancelTrigger, ConcurrencyLimit, EngineFunction } from './engine-function.ts'
import { type FunctionConfig, functionConfig } from './function-config.ts'
import { compileOption, RefusedFunction, readDurationOption, refuse } from './refuse.ts'

const defaultRetries = 4

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
  const { runtime, retries } = config.steps.step
  if (runtime.type !== 'http') refuse(config.id, 'runtime', `this engine calls apps over http, not ${runtime.type}`)
  const fn: EngineFunction = {
    id: uuidFromName(`${appId}/${config.id}`),
    appId,
    slug: config.id,
    name: config.name ?? config.id,
    url: runtime.url,
    maxAttempts: (retries?.attempts ?? config.retries ?? defaultRetries) + 1,
    events: [],
    crons: [],
    idempotency: config.idempotency ? compileOption(config.id, 'idempotency', config.idempotency) : undefined,
    concurrency: readConcurrency(config),
    flow: checkFlow(config),
    cancelOn: (config.cancel ?? []).map(cancel => readCancel(config.id, cancel)),
    timeouts: {
      startMs: readTime(config.id, 'timeouts.start', config.timeouts?.start),
      finishMs: readTime(config.id, 'timeouts.finish', config.timeouts?.finish),
    },
  }
  for (const trigger of config.triggers) {
    if ('event' in trigger) {
      const condition = trigger.expression ? compileOption(config.id, 'trigger if', trigger.expression) : undefined
      fn.events.push({ event: checkEventName(config.id, trigger.event), condition })
    } else fn.crons.push(checkCron(config.id, trigger))
  }
  return { fn, config }
}

function readCancel(slug: string, cancel: NonNullable<FunctionConfig['cancel']>[number]): CancelTrigger {
  if (cancel.if) compileOption(slug, 'cancelOn if', cancel.if)
  return {
    event: cancel.event,
    condition: cancel.if || undefined,
    timeoutMs: readTime(slug, 'cancelOn timeout', cancel.timeout),
  }
}

function readTime(slug: string, option: string, text: string | undefined): number | undefined {
  return text ? readDurationOption(slug, option, text) : undefined
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
      key: limit.key ? compileOption(config.id, 'concurrency key', limit.key) : undefined,
    }))
}

function nameOf(given: unknown): string {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
  return typeof id === 'string' ? id : '(without id)'
}
