import { join } from 'node:path'
import { readVariables } from './env.ts'
import { rootDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runCommand } from './lib/run-command.ts'
import { runPart } from './lib/run-part.ts'
import { withOwnStores } from './lib/with-own-stores.ts'

const minutesMax = 120

/** Kills processes of the shop while they commit changes and send their events, and judges what is left of both. */
await runPart(() =>
  withOwnStores({ durable: true }, ({ databaseUrl, redisUrl }, signal) =>
    runCommand({
      title: 'crash:outbox',
      file: process.execPath,
      args: [join(rootDir, 'packages/events/test/outbox-crash/main.ts'), ...process.argv.slice(2)],
      cwd: rootDir,
      env: { ...withOwnTools(readVariables()), TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl },
      timeoutMs: minutesMax * 60_000,
      signal,
    }),
  ),
)
