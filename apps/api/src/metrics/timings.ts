import type { OutsideName } from '@makegood/core/system/views'
import { Gauge, Histogram, Registry } from 'prom-client'

const answerBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const queryBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

export type Timings = {
  readonly registry: Registry
  answered(part: string, status: number, seconds: number): void
  queried(seconds: number): void
  circuit(outside: OutsideName, open: boolean): void
}

/** How long this process takes, counted as it happens: its answers by part and kind, and its questions to Postgres. */
export const createTimings = (): Timings => {
  const registry = new Registry()
  const registers = [registry]
  const answers = new Histogram({
    name: 'makegood_http_request_duration_seconds',
    help: 'Answers of this api by the part of it and the kind of status; live views are not counted.',
    labelNames: ['part', 'status'],
    buckets: answerBuckets,
    registers,
  })
  const queries = new Histogram({
    name: 'makegood_db_query_duration_seconds',
    help: 'Statements of this api to Postgres.',
    buckets: queryBuckets,
    registers,
  })
  const circuits = new Gauge({
    name: 'makegood_circuit_open',
    help: '1 while this api leaves that outside system alone.',
    labelNames: ['outside'],
    registers,
  })
  return {
    registry,
    answered: (part, status, seconds) => answers.observe({ part, status: `${Math.floor(status / 100)}xx` }, seconds),
    queried: seconds => queries.observe(seconds),
    circuit: (outside, open) => circuits.set({ outside }, open ? 1 : 0),
  }
}
