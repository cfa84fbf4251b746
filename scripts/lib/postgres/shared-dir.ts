import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { rootDir } from '../paths.ts'

/** A folder of this clone's own that every user may enter, for where the clone itself lies in a private place. */
export const sharedDir = (): string =>
  join('/var/lib/makegood', createHash('sha256').update(rootDir).digest('hex').slice(0, 12))
