import { join } from 'node:path'

export const rootDir = join(import.meta.dirname, '..', '..')
/** Everything that a running shop leaves on this machine; ignored by git. */
export const stateDir = join(rootDir, '.makegood')
