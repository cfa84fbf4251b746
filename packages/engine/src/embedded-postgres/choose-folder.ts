import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SystemUser } from './system-user.ts'

const forRoot = '/var/lib/makegood-engine'

/**
 * The folder for all that belongs to the embedded Postgres: the one asked for, or, where the system user cannot enter
 * that (a folder in /root), one of its own under /var/lib. The same answer at every start.
 */
export function chooseFolder(asked: string, user: SystemUser | undefined): string {
  const folder = resolve(asked)
  mkdirSync(folder, { recursive: true })
  if (!user) return folder
  // A strict umask must not keep the server out of a folder that is ours to open; the data in it stay private.
  chmodSync(folder, 0o755)
  const ids = { uid: user.uid, gid: user.gid }
  const enter = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...ids, cwd: '/', timeout: 5_000 })
  if (enter.status === 0) return folder
  const other = join(forRoot, createHash('sha256').update(folder).digest('hex').slice(0, 12))
  mkdirSync(other, { recursive: true })
  for (const path of [forRoot, other]) chmodSync(path, 0o755)
  return other
}
