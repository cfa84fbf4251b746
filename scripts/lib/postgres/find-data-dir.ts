import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPostgresUser } from './find-postgres-user.ts'
import { sharedDir } from './shared-dir.ts'

/**
 * The folder for Postgres's data: <dir>/postgres, or, where the system user it runs as cannot enter that (a clone in
 * /root), a folder of this clone's own under /var/lib/makegood. The same answer at every start.
 */
export const findDataDir = (dir: string): string => {
  const user = findPostgresUser()
  mkdirSync(dir, { recursive: true })
  if (user === undefined) return join(dir, 'postgres')
  // A strict umask must not keep the server out of a folder that is ours to open; the data folder itself is private.
  chmodSync(dir, 0o755)
  const enter = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { uid: user.uid, gid: user.gid, cwd: '/' })
  if (enter.status === 0) return join(dir, 'postgres')
  const shared = sharedDir()
  if (!existsSync(shared)) mkdirSync(shared, { recursive: true })
  for (const path of [join(shared, '..'), shared]) chmodSync(path, 0o755)
  return join(shared, 'postgres')
}
