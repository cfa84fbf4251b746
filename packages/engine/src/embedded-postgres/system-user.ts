import { spawnSync } from 'node:child_process'

export type SystemUser = { name: string; uid: number; gid: number }

const name = 'postgres'

/** The system user that Postgres runs as where we are root, made if there is none; undefined where we are not root. */
export function findSystemUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (readId('-u') === undefined) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], { encoding: 'utf8' })
    if (made.status !== 0) {
      const reason = made.error?.message ?? made.stderr.trim()
      throw new Error(
        `Postgres refuses to run as root, and a user for it could not be made (${reason}). Make a system user named ${name}, or name a database by --postgres-uri.`,
      )
    }
  }
  const uid = readId('-u')
  const gid = readId('-g')
  if (uid === undefined || gid === undefined) throw new Error(`The system does not know its user ${name}.`)
  return { name, uid, gid }
}

function readId(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8', timeout: 5_000 })
  return status === 0 ? Number(stdout.trim()) : undefined
}
