/** Where the benchmark finds what it measures. */
export const benchEnv = {
  /** A Postgres server on which it makes a database of its own, anew each time. */
  databaseUrl: process.env.BENCH_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres',
  /** With a Redis, the real server keeps its runs there, as it would in production. */
  redisUrl: process.env.BENCH_REDIS_URL,
  path: process.env.PATH ?? '',
}
