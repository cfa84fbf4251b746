import { join } from 'node:path'
import { readVariables } from './env.ts'
import { onInterrupt } from './lib/on-interrupt.ts'
import { rootDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runCommand } from './lib/run-command.ts'
import { runPart } from './lib/run-part.ts'

const minutesMax = 60

/** Kills the engine, the app and Postgres while runs go on; the suite brings its own Postgres, which it kills. */
await runPart(() => {
  const interrupted = new AbortController()
  onInterrupt(
    () => interrupted.abort(),
    () => process.exit(130),
  )
  return runCommand({
    title: 'crash',
    file: process.execPath,
    args: [join(rootDir, 'packages/engine/crash/main.ts'), ...process.argv.slice(2)],
    cwd: rootDir,
    env: withOwnTools(readVariables()),
    timeoutMs: minutesMax * 60_000,
    signal: interrupted.signal,
  })
})
