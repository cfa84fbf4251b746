import type { Role } from '@makegood/core/user/roles'
import type { ApiEnv } from '../env.ts'
import type { SessionUser } from './read-session.ts'

/** True where the shop lets nobody of this role work without a second factor. */
export const needsSecondFactor = (env: Pick<ApiEnv, 'OPERATOR_SECOND_FACTOR'>, role: Role): boolean =>
  env.OPERATOR_SECOND_FACTOR.some(needed => needed === role)

/** True for an operator who may do nothing in the console but set up a second factor. */
export const mustSetUpSecondFactor = (
  env: Pick<ApiEnv, 'OPERATOR_SECOND_FACTOR'>,
  user: Pick<SessionUser, 'role' | 'hasSecondFactor'>,
): boolean => needsSecondFactor(env, user.role) && !user.hasSecondFactor
