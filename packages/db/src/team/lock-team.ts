import { DomainError } from '@makegood/core/errors'
import type { Role } from '@makegood/core/user/roles'
import type { Tx } from '../client.ts'

/**
 * Locks who works here for one change at a time, in one order, and makes sure that the one who changes it is an admin still:
 * two admins who demote each other at once cannot both succeed. Answers the roles by id.
 */
export const lockTeam = async (tx: Tx, adminId: string): Promise<ReadonlyMap<string, Role>> => {
  const rows = await tx.$queryRaw<{ id: string; role: Role }[]>`
    select id, role from "user" where role <> 'shopper' and deleted_at is null order by id for update`
  const team = new Map(rows.map(({ id, role }) => [id, role]))
  if (team.get(adminId) !== 'admin') throw new DomainError('forbidden', 'no admin any more')
  return team
}
