import { DatabaseError } from 'pg'

/** A migration's script that the database refused, in the database's own words; the schema engine would drop them. */
export class RefusedScript extends Error {
  constructor(script: string, cause: unknown) {
    super(describe(script, cause), { cause })
    this.name = 'RefusedScript'
  }
}

const describe = (script: string, cause: unknown): string => {
  if (!(cause instanceof DatabaseError)) return cause instanceof Error ? cause.message : String(cause)
  const line = cause.position ? `, line ${script.slice(0, Number(cause.position)).split('\n').length}` : ''
  return `${cause.message} (${cause.code}${line})`
}
