import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { rootDir } from '../lib/paths.ts'
import { withOwnTools } from '../lib/process-env.ts'
import { runCommand } from '../lib/run-command.ts'
import type { Outcome } from './outcome.ts'
import type { TestRun } from './test-run.ts'

interface Check {
  title: string
  file: string
  args: string[]
  cwd: string
  env?: Record<string, string>
}

const timeoutMs = 3 * 60_000
const tool = (...path: string[]) => join(rootDir, 'node_modules', ...path)

/** Every workspace package says by itself how its types are checked. */
const listTypeChecks = (path: string): Check[] => {
  const folders = ['apps', 'packages'].flatMap(group =>
    readdirSync(join(rootDir, group)).map(name => join(rootDir, group, name)),
  )
  const packages = folders.flatMap(cwd => {
    const file = join(cwd, 'package.json')
    const { name, scripts } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    if (typeof scripts?.typecheck !== 'string') return []
    const env = { PATH: `${join(cwd, 'node_modules', '.bin')}${delimiter}${path}` }
    return [{ title: `types of ${name}`, file: '/bin/sh', args: ['-c', scripts.typecheck], cwd, env }]
  })
  const scripts = { title: 'types of scripts', file: tool('.bin', 'tsc'), args: ['-p', 'scripts'], cwd: rootDir }
  return [...packages, scripts]
}

const perform = async (
  checks: Check[],
  { variables, signal }: TestRun,
): Promise<{ passed: number; failed: number; failures: string[] }> => {
  let passed = 0
  const failures: string[] = []
  for (const { title, file, args, cwd, env } of checks) {
    console.log(`\n- ${title}`)
    const all = { ...withOwnTools(variables), ...env }
    const code = await runCommand({ title, file, args, cwd, env: all, timeoutMs, signal }).catch((error: Error) => {
      if (signal.aborted) throw error
      console.log(error.message)
      return 1
    })
    if (code === 0) passed += 1
    else failures.push(title)
  }
  return { passed, failed: failures.length, failures }
}

const outcome = async (kind: string, run: TestRun, checks: () => Promise<Check[]> | Check[]): Promise<Outcome> => {
  const began = performance.now()
  const counts = await perform(await checks(), run)
  return { kind, ...counts, skipped: 0, tookMs: performance.now() - began, note: '' }
}

/** Format, lint, dead code, generated pages: each check counts as one test. */
export const runLint = (run: TestRun): Promise<Outcome> =>
  outcome('lint', run, () => [
    { title: 'format and lint', file: tool('.bin', 'biome'), args: ['check', '.'], cwd: rootDir },
    { title: 'dead code (knip)', file: tool('.bin', 'knip'), args: [], cwd: rootDir },
    {
      title: 'generated pages of docs/',
      file: process.execPath,
      args: ['scripts/docs/generate-docs.ts', '--check'],
      cwd: rootDir,
    },
  ])

/** The types of every package, each counted as one test. */
export const runTypes = (run: TestRun): Promise<Outcome> =>
  outcome('types', run, () => listTypeChecks(withOwnTools(run.variables).PATH ?? ''))

/** That the migrations give the schema that the Prisma client was made from. */
export const runSchema = (run: TestRun): Promise<Outcome> =>
  outcome('schema', run, async () => {
    const { databaseUrl } = await run.stores()
    const cwd = join(rootDir, 'packages', 'db')
    const env = { TEST_DATABASE_URL: databaseUrl }
    return [
      { title: 'schema and migrations agree', file: process.execPath, args: ['scripts/check-migrations.ts'], cwd, env },
    ]
  })
