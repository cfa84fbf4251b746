import { type Db, inTransaction } from '../client.ts'
import { closeDifference, lockDifference, type SeenDifference } from './close-difference.ts'

/** Lets a difference stand, with the reason why it may: it stays accepted as long as it is the same, and changes nothing. */
export const acceptDifference = (db: Db, seen: SeenDifference): Promise<void> =>
  inTransaction(db, async tx => {
    const difference = await lockDifference(tx, seen)
    await closeDifference(tx, difference, seen, { state: 'ACCEPTED', act: 'accept' })
  })
