// Prisma's CLI wants a schema-engine binary even where it does not use it: `generate` is content with any executable.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packageDir = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
const prismaCli = join(dirname(require.resolve('prisma/package.json')), 'build', 'index.js')
const { status } = spawnSync(process.execPath, [prismaCli, 'generate', '--schema', 'prisma/schema'], {
  cwd: packageDir,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
})
process.exit(status ?? 1)
