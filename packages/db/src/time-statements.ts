import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils'

/** Hears how long a statement took, in seconds. */
export type OnStatement = (seconds: number) => void

/**
 * The same connections, each of whose statements is timed, those of transactions and those that fail too. Prisma's own log
 * of statements would tell as much, and writes out every text and value for it.
 */
export const timeStatements = (
  factory: SqlDriverAdapterFactory,
  onStatement: OnStatement,
): SqlDriverAdapterFactory => ({
  provider: factory.provider,
  adapterName: factory.adapterName,
  connect: async () => {
    const adapter: SqlDriverAdapter = timed(await factory.connect(), onStatement)
    const startTransaction = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async level => timed(await startTransaction(level), onStatement)
    return adapter
  },
})

const timed = <Connection extends SqlQueryable>(connection: Connection, onStatement: OnStatement): Connection => {
  const { queryRaw, executeRaw } = connection
  const time = async <Result>(statement: Promise<Result>): Promise<Result> => {
    const began = performance.now()
    try {
      return await statement
    } finally {
      onStatement((performance.now() - began) / 1000)
    }
  }
  connection.queryRaw = query => time(queryRaw.call(connection, query))
  connection.executeRaw = query => time(executeRaw.call(connection, query))
  return connection
}
