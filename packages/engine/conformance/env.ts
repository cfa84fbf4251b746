/** Settings of the conformance suite. */
export const conformanceEnv = {
  /** A server to compare with; its own keys, where it runs in signed mode, stand beside it. */
  url: process.env.INNGEST_CONFORMANCE_URL,
  eventKey: process.env.INNGEST_EVENT_KEY,
  signingKey: process.env.INNGEST_SIGNING_KEY,
  /** The name under which that server reaches this machine. */
  appHost: process.env.INNGEST_CONFORMANCE_APP_HOST ?? '127.0.0.1',
  path: process.env.PATH ?? '',
  /** A Postgres server on which the engine's database may be made. */
  databaseUrl: process.env.TEST_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres',
}
