import { Client } from 'pg'

/** Makes the database if the server has none of that name; answers its address. */
export const ensureDatabase = async (serverUrl: string, name: string): Promise<string> => {
  const client = new Client({ connectionString: `${serverUrl}/postgres`, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
  return `${serverUrl}/${name}`
}

/** Fails with the server's own reason where the database does not answer within `timeoutMs`. */
export const askDatabase = async (url: string, timeoutMs: number): Promise<string> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? 'unknown'
  } finally {
    await client.end()
  }
}
