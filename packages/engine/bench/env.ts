/** Settings of the benchmark; it empties the database that it is given. */
export const benchEnv = {
  databaseUrl: process.env.BENCH_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:5432/bench_engine',
  runs: Number(process.env.BENCH_RUNS ?? 3_000),
  senders: Number(process.env.BENCH_SENDERS ?? 32),
  /** A folder for a CPU profile of the engine. */
  profileFolder: process.env.BENCH_PROFILE,
}
