import { DomainError } from '@makegood/core/errors'
import { isPermitted, type Permission } from '@makegood/core/user/permissions'
import type { FastifyRequest } from 'fastify'
import { mustSetUpSecondFactor } from '../auth/must-set-up-second-factor.ts'
import { readSession, type SessionUser } from '../auth/read-session.ts'
import type { ApiContext } from '../context.ts'

/** The operator of a request that is no procedure, held to the same: signed in, permitted, with a second factor where required. */
export const requirePermission = async (
  api: ApiContext,
  request: FastifyRequest,
  permission: Permission,
): Promise<SessionUser> => {
  const user = await readSession(api.auth, request.headers)
  if (!user) throw new DomainError('sign-in-required', 'no session')
  if (!isPermitted(user.role, permission)) throw new DomainError('forbidden', `not permitted: ${permission}`)
  if (mustSetUpSecondFactor(api.env, user))
    throw new DomainError('second-factor-required', 'an operator without a second factor')
  return user
}
