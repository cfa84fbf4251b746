import { join } from 'node:path'
import { readVariables } from './env.ts'
import { rootDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runCommand } from './lib/run-command.ts'
import { runPart } from './lib/run-part.ts'
import { withOwnPostgres } from './lib/with-own-postgres.ts'

const minutesMax = 30

/** Runs the conformance scenarios on the engine, and on a real Inngest server where there is one. */
await runPart(() =>
  withOwnPostgres({ durable: false }, (databaseUrl, signal) =>
    runCommand({
      title: 'conformance',
      file: process.execPath,
      args: [join(rootDir, 'packages/engine/conformance/main.ts'), ...process.argv.slice(2)],
      cwd: rootDir,
      env: { ...withOwnTools(readVariables()), TEST_DATABASE_URL: databaseUrl },
      timeoutMs: minutesMax * 60_000,
      signal,
    }),
  ),
)
