import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readEnv, readVariables } from './env.ts'
import { findDatabaseUrl, withoutPassword } from './lib/find-database.ts'
import { rootDir, stateDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runPart } from './lib/run-part.ts'
import { findRunning, readRunState } from './lib/run-state.ts'

/** Fills the shop's database with a past of the size that is asked for: --orders, --products, --users; each adds to what is there. */
await runPart(async () => {
  const variables = readVariables()
  const databaseUrl = findDatabaseUrl(readEnv(variables), findRunning(readRunState(stateDir)))
  const script = join(rootDir, 'packages', 'db', 'scripts', 'seed-past.ts')
  console.log(`Into ${withoutPassword(databaseUrl)}.`)
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...withOwnTools(variables), DATABASE_URL: databaseUrl },
  })
  return status ?? 1
})
