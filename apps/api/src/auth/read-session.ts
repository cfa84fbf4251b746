import type { IncomingHttpHeaders } from 'node:http'
import { type Role, roles } from '@makegood/core/user/roles'
import { fromNodeHeaders } from 'better-auth/node'
import type { Auth } from './create-auth.ts'

export type SessionUser = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly sessionId: string
  /** True where this person's sign-in asks for a second factor. */
  readonly hasSecondFactor: boolean
}

/** The signed-in person of a request, read from the database; null without a session cookie, and then without a query. */
export const readSession = async (auth: Auth, headers: IncomingHttpHeaders): Promise<SessionUser | null> => {
  if (!headers.cookie?.includes('session_token=')) return null
  const session = await auth.api.getSession({ headers: fromNodeHeaders({ cookie: headers.cookie }) })
  if (!session) return null
  const { id, name, email, role, twoFactorEnabled } = session.user
  return {
    id,
    name,
    email,
    // A role that this version does not know gives no more than a shopper's rights.
    role: roles.find(known => known === role) ?? 'shopper',
    sessionId: session.session.id,
    hasSecondFactor: twoFactorEnabled === true,
  }
}
