// turbo starts each task by `pnpm run`, and a fresh machine has no pnpm on its PATH: npx puts it there.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies, rootDir } from './lib/ensure-dependencies.mjs'

await ensureDependencies({ quiet: true })
const { packageManager } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8'))
const run = ['--yes', packageManager, '--pm-on-fail=ignore', 'exec', 'turbo', 'run', ...process.argv.slice(2)]
const { status } = spawnSync('npx', run, {
  cwd: rootDir,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
})
process.exit(status ?? 1)
