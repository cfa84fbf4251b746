import type { Policy } from '@makegood/core/policy'
import { isOperator, type Role } from '@makegood/core/user/roles'
import type { Db } from '@makegood/db/client'

/** The header by which the sign-in routes hand on the address that the api believes; no caller's own reaches that far. */
export const addressHeader = 'x-shop-address'

type NewSession = { readonly userId: string; readonly expiresAt: Date }

/** An operator's session begins short and with the address it came from; a shopper's stays as it is, without one. */
export const shapeSession = async (
  db: Db,
  policy: Policy,
  session: NewSession,
  address: string | null,
): Promise<{ expiresAt: Date; ipAddress: string } | null> => {
  const user = await db.user.findUnique({ where: { id: session.userId }, select: { role: true } })
  if (!user || !isOperator(user.role as Role)) return null
  const seconds = Math.min(policy.operatorIdleSeconds, policy.operatorSessionSeconds)
  return { expiresAt: new Date(Date.now() + seconds * 1000), ipAddress: address ?? '' }
}
