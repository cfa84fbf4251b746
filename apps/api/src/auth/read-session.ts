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
}

/** The signed-in person of a request, read from the database; null without a session cookie, and then without a query. */
export const readSession = async (auth: Auth, headers: IncomingHttpHeaders): Promise<SessionUser | null> => {
  if (!headers.cookie?.includes('session_token=')) return null
  const session = await auth.api.getSession({ headers: fromNodeHeaders({ cookie: headers.cookie }) })
  if (!session) return null
  const { id, name, email, role } = session.user
  // A role that this version does not know gives no more than a shopper's rights.
  return { id, name, email, role: roles.find(known => known === role) ?? 'shopper', sessionId: session.session.id }
}
