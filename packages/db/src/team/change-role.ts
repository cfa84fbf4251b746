import { DomainError } from '@makegood/core/errors'
import type { Role } from '@makegood/core/user/roles'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'
import { lockTeam } from './lock-team.ts'

export type RoleChange = {
  readonly userId: string
  /** `shopper` removes from the team: the account stays as a customer's. */
  readonly role: Role
  readonly reason: string
  readonly operatorId: string
}

/**
 * Gives an operator another role, or removes them from the team, and ends all of their sessions in the same transaction.
 * Never one's own role, and never the last admin's. The role that they have already changes nothing.
 */
export const changeRole = (db: Db, { userId, role, reason, operatorId }: RoleChange): Promise<void> =>
  inTransaction(db, async tx => {
    if (userId === operatorId) throw new DomainError('own-account', 'nobody changes their own role')
    const team = await lockTeam(tx, operatorId)
    const before = team.get(userId)
    if (!before) throw new DomainError('not-found', 'no such operator')
    if (before === role) return
    const admins = [...team.values()].filter(held => held === 'admin').length
    if (before === 'admin' && admins === 1) throw new DomainError('last-admin', 'the last admin stays one')
    await tx.$executeRaw`update "user" set role = ${role}, updated_at = now() where id = ${userId}`
    await tx.$executeRaw`delete from session where user_id = ${userId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: role === 'shopper' ? 'team.remove' : 'team.change-role',
      orderId: null,
      subject: userId,
      reason,
      details: { before, after: role },
    })
  })
