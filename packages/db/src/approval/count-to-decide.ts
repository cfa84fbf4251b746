import { isPermitted } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import type { Tx } from '../client.ts'

/** How many requests wait for this operator to decide, up to `countMax`; none for who may not decide, and nobody's own. */
export const countToDecide = async (
  db: Tx,
  viewer: { readonly id: string; readonly role: Role },
  countMax: number,
): Promise<number> => {
  if (!isPermitted(viewer.role, 'approval.decide')) return 0
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from approval where state = 'WAITING' and expires_at > now() and requested_by <> ${viewer.id} limit ${countMax}
    ) a`
  return row?.count ?? 0
}
