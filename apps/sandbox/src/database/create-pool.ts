import pg from 'pg'

/** A pool whose commits do not wait for the disk: after a crash of Postgres the sandbox may lose its last moments, which it may. */
export const createPool = (connectionString: string): pg.Pool =>
  new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    application_name: 'makegood-sandbox',
    options: '-c synchronous_commit=off -c search_path=sandbox',
  })
