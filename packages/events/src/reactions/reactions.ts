import { discover } from '../discover.ts'
import type { Reaction } from './reaction.ts'

/** Everything that follows what happens in the shop without taking part in it. */
export const reactions = await discover<Reaction>(import.meta.dirname, 'reaction')
