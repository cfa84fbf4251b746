import { DomainError } from '@makegood/core/errors'
import { type Db, inTransaction } from '../client.ts'
import { lockTeam } from './lock-team.ts'

export type SecondFactorReset = { readonly userId: string; readonly reason: string; readonly operatorId: string }

/**
 * Takes the second factor from an operator who has lost both phone and codes; never one's own. Their sessions end with it, and
 * the database's own entry says who did it and why.
 */
export const resetSecondFactor = (db: Db, { userId, reason, operatorId }: SecondFactorReset): Promise<void> =>
  inTransaction(db, async tx => {
    if (userId === operatorId) throw new DomainError('own-account', 'one’s own is turned off with a code')
    const team = await lockTeam(tx, operatorId)
    if (!team.has(userId)) throw new DomainError('not-found', 'no such operator')
    await tx.$queryRaw`
      select set_config('makegood.actor', ${operatorId}, true), set_config('makegood.reason', ${reason}, true)`
    const reset = await tx.$executeRaw`
      update "user" set two_factor_enabled = false, updated_at = now() where id = ${userId} and two_factor_enabled`
    if (reset === 0) throw new DomainError('conflict', 'there is no second factor to take away')
    await tx.$executeRaw`delete from two_factor where user_id = ${userId}`
  })
