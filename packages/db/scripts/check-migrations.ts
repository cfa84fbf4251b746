// Fails where the migrations do not give the Prisma schema; tries them on a scratch database of its own, which it drops.
import { readScratchServerUrl } from '../src/env.ts'
import { diffSchema } from '../src/migrate/diff-schema.ts'
import { runScript } from './run-script.ts'

await runScript('The migrations could not be checked', async () => {
  const missing = await diffSchema(readScratchServerUrl())
  if (!missing) {
    console.log('The migrations give the schema.')
    return
  }
  console.error(
    'The migrations do not give the schema. What is missing (`pnpm run migration:create <name>` writes it):\n',
  )
  console.error(missing)
  process.exitCode = 1
})
