import { spawnSync } from 'node:child_process'
import { PlainError } from '../plain-error.ts'

export interface SystemUser {
  name: string
  uid: number
  gid: number
}

const name = 'postgres'

const idOf = (flag: '-u' | '-g'): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8', timeout: 5000 })
  return status === 0 ? Number(stdout.trim()) : undefined
}

/** The system user that Postgres runs as when we are root, made if there is none; undefined when we are not root. */
export const findPostgresUser = (): SystemUser | undefined => {
  if (process.getuid?.() !== 0) return undefined
  if (idOf('-u') === undefined) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], { encoding: 'utf8' })
    if (made.status !== 0) {
      const why = made.error?.message ?? made.stderr.trim()
      throw new PlainError(`Postgres refuses to run as root, and a user for it could not be made: ${why}`)
    }
  }
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === undefined || gid === undefined) throw new PlainError(`The system does not know its user ${name}.`)
  return { name, uid, gid }
}
