import { join } from 'node:path'
import { readVariables } from './env.ts'
import { rootDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runCommand } from './lib/run-command.ts'
import { runPart } from './lib/run-part.ts'
import { withOwnPostgres } from './lib/with-own-postgres.ts'

const minutesMax = 60

/** Measures the engine alone, on a Postgres of its own with normal durability. */
await runPart(() =>
  withOwnPostgres({ durable: true }, (databaseUrl, signal) =>
    runCommand({
      title: 'bench:engine',
      file: process.execPath,
      args: [join(rootDir, 'packages/engine/bench/bench-engine.ts'), ...process.argv.slice(2)],
      cwd: rootDir,
      env: { ...withOwnTools(readVariables()), BENCH_DATABASE_URL: databaseUrl },
      timeoutMs: minutesMax * 60_000,
      signal,
    }),
  ),
)
