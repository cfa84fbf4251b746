import { join } from 'node:path'
import { readVariables } from './env.ts'
import { rootDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runCommand } from './lib/run-command.ts'
import { runPart } from './lib/run-part.ts'
import { withOwnStores } from './lib/with-own-stores.ts'

const minutesMax = 240

/** Plays seeded worlds of shoppers, operators, carrier and faults on a shop of their own, and judges what is left of each. */
await runPart(() =>
  withOwnStores({ durable: false }, ({ databaseUrl, redisUrl }, signal) =>
    runCommand({
      title: 'simulate',
      file: process.execPath,
      args: [join(rootDir, 'packages/events/simulation/main.ts'), ...process.argv.slice(2)],
      cwd: rootDir,
      env: { ...withOwnTools(readVariables()), TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl },
      timeoutMs: minutesMax * 60_000,
      signal,
    }),
  ),
)
