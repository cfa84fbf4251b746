import type { Db } from '@makegood/db/client'
import type { Gauge } from 'prom-client'

/** Rows are counted up to here, by an index: a shop of any size costs the same at each scrape. */
export const mostCounted = 10_000
export const bounded = `Asked of Postgres at each scrape; counted up to ${mostCounted}, which means that many or more.`

export type NewGauge = <Label extends string = never>(
  name: string,
  help: string,
  labelNames?: readonly Label[],
) => Gauge<Label>

/** Gauges of one part of the shop: makes them once, and answers what brings them up to date. */
export type Watch = (gauge: NewGauge) => (db: Db) => Promise<void>
