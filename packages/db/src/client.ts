import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/prisma/client.ts'
import { createStatementNames } from './statement-names.ts'
import { type OnStatement, timeStatements } from './time-statements.ts'

export type Db = PrismaClient
/** The client or a transaction of it: what an operation needs to run its statements. */
export type Tx = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>

export type PrismaOptions = {
  readonly poolMax: number
  readonly applicationName: string
  /** For work on all orders at once. */
  readonly statementTimeoutMs?: number
  readonly onQuery?: OnStatement
}

/** A Prisma client on a bounded pool. A statement ends after ten seconds by default, a wait for a connection after five. */
export const createPrisma = (databaseUrl: string, options: PrismaOptions): Db => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.poolMax,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5000,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    keepAlive: true,
  })
  const statementNameGenerator = createStatementNames()
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator })
  const { onQuery } = options
  return new PrismaClient({ adapter: onQuery ? timeStatements(adapter, onQuery) : adapter })
}

const attemptsMax = 5

/**
 * Runs the work in one transaction (read committed). A deadlock or a serialization failure, which the database says is no
 * fault of the work, is tried again at most four times; anything else is thrown on, with nothing written.
 */
export const inTransaction = async <Result>(
  db: Db,
  work: (tx: Tx) => Promise<Result>,
  /** For work on thousands of rows at once. */
  timeoutMs = 10_000,
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { maxWait: 5000, timeout: timeoutMs })
    } catch (error) {
      if (attempt >= attemptsMax || !isTransient(error)) throw error
      await sleep(attempt * 10 + Math.random() * 20)
    }
  }
}

const transientCodes = ['40001', '40P01', 'P2034']

const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code, meta } = error as Error & {
    code?: string
    meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string } } }
  }
  const codes = [code, meta?.code, meta?.driverAdapterError?.cause?.originalCode]
  return codes.some(candidate => candidate !== undefined && transientCodes.includes(candidate))
}
