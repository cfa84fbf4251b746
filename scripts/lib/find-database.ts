import type { Env } from '../env.ts'
import { databaseName } from './bring-up-stores.ts'
import { ensureKeys } from './keys.ts'
import { stateDir } from './paths.ts'
import { postgresUser } from './postgres/start-postgres.ts'
import type { RunState } from './run-state.ts'

/** The database of the running shop, else the one that is named, else the one that `npm start` brings up. */
export const findDatabaseUrl = (env: Env, running: RunState | undefined): string => {
  const { POSTGRES_PASSWORD } = ensureKeys(stateDir).keys
  const embedded = `postgres://${postgresUser}:${POSTGRES_PASSWORD}@127.0.0.1:${env.POSTGRES_PORT}/${databaseName}`
  return running?.addresses.database ?? env.DATABASE_URL ?? embedded
}

export const withoutPassword = (address: string): string => {
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  return url.href
}
