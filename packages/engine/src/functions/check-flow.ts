import type { FlowOptions, Rate } from '../flow/flow-options.ts'
import type { Expression } from './expression.ts'
import type { FunctionConfig } from './function-config.ts'
import { compileOption, readDurationOption, refuse } from './refuse.ts'

const secondMs = 1_000
const dayMs = 24 * 60 * 60 * secondMs
const weekMs = 7 * dayMs

const largestBatch = 100

/** The function's flow control ready to use; refused where a value is out of bounds or two options exclude each other. */
export function checkFlow(config: FunctionConfig): FlowOptions {
  checkCombinations(config)
  const { rateLimit, throttle, debounce, batchEvents, singleton, priority } = config
  const flow: FlowOptions = {}
  // As with the SDK's own server, idempotency is a rate limit of its own and takes the place of the one given.
  if (rateLimit && !config.idempotency) flow.rateLimit = readRateLimit(config, rateLimit)
  if (throttle) flow.throttle = readThrottle(config, throttle)
  if (debounce) flow.debounce = readDebounce(config, debounce)
  if (batchEvents) flow.batch = readBatch(config, batchEvents)
  if (singleton) flow.singleton = { mode: singleton.mode, key: readKey(config, 'singleton.key', singleton.key) }
  const order = readKey(config, 'priority.run', priority?.run)
  if (order) flow.priority = order
  return flow
}

type Given<Option extends keyof FunctionConfig> = NonNullable<FunctionConfig[Option]>

// A batch has many events: what is decided by the one event that starts a run cannot be decided for it.
const notWithBatch = ['cancel', 'debounce', 'idempotency', 'priority', 'rateLimit', 'singleton'] as const

function checkCombinations(config: FunctionConfig): void {
  if (!config.batchEvents) return
  for (const option of notWithBatch) {
    const given = config[option]
    if (!given || (Array.isArray(given) && given.length === 0)) continue
    const name = option === 'cancel' ? 'cancelOn' : option
    refuse(config.id, 'batchEvents', `it cannot be combined with ${name}`)
  }
}

function readRateLimit(config: FunctionConfig, { limit, period, key }: Given<'rateLimit'>): Rate {
  return {
    limit: readLimit(config, 'rateLimit.limit', limit),
    periodMs: readPeriod(config, 'rateLimit.period', period, 1, dayMs),
    // The SDK has no burst for a rate limit; its own server lets one run through at once and a tenth of the limit.
    burst: Math.floor(limit / 10),
    key: readKey(config, 'rateLimit.key', key),
  }
}

function readThrottle(config: FunctionConfig, { limit, period, burst = 0, key }: Given<'throttle'>): Rate {
  if (!Number.isInteger(burst) || burst < 0)
    refuse(config.id, 'throttle.burst', `${burst} is no whole number from 0 on`)
  return {
    limit: readLimit(config, 'throttle.limit', limit),
    periodMs: readPeriod(config, 'throttle.period', period, secondMs, weekMs),
    // As on the SDK's own server, the whole limit may start at once, and the burst besides.
    burst: limit - 1 + burst,
    key: readKey(config, 'throttle.key', key),
  }
}

function readDebounce(config: FunctionConfig, { period, timeout, key }: Given<'debounce'>) {
  return {
    periodMs: readPeriod(config, 'debounce.period', period, secondMs, weekMs),
    timeoutMs: timeout ? readDurationOption(config.id, 'debounce.timeout', timeout) : undefined,
    key: readKey(config, 'debounce.key', key),
  }
}

function readBatch(config: FunctionConfig, batch: Given<'batchEvents'>) {
  const { maxSize, timeout, key } = batch
  if (!Number.isInteger(maxSize) || maxSize < 2 || maxSize > largestBatch) {
    refuse(config.id, 'batchEvents.maxSize', `${maxSize} is no whole number from 2 to ${largestBatch}`)
  }
  return {
    maxSize,
    timeoutMs: readPeriod(config, 'batchEvents.timeout', timeout, secondMs, weekMs),
    key: readKey(config, 'batchEvents.key', key),
    condition: readKey(config, 'batchEvents.if', batch.if),
  }
}

function readLimit(config: FunctionConfig, option: string, limit: number): number {
  if (Number.isInteger(limit) && limit >= 1) return limit
  return refuse(config.id, option, `${limit} is no whole number from 1 on`)
}

function readPeriod(config: FunctionConfig, option: string, text: string, leastMs: number, mostMs: number): number {
  const periodMs = readDurationOption(config.id, option, text)
  if (periodMs >= leastMs && periodMs <= mostMs) return periodMs
  const bounds = mostMs === dayMs ? 'longer than nothing and at most "24h"' : 'from "1s" to "7d"'
  return refuse(config.id, option, `"${text}" is out of bounds: it must be ${bounds}`)
}

function readKey(config: FunctionConfig, option: string, text: string | null | undefined): Expression | undefined {
  return text ? compileOption(config.id, option, text) : undefined
}
