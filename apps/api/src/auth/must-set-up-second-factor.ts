import { isOperator } from '@makegood/core/user/roles'
import type { ApiEnv } from '../env.ts'
import type { SessionUser } from './read-session.ts'

/** True for an operator who may do nothing in the console but set up a second factor. */
export const mustSetUpSecondFactor = (
  env: Pick<ApiEnv, 'OPERATOR_SECOND_FACTOR'>,
  user: Pick<SessionUser, 'role' | 'hasSecondFactor'>,
): boolean => isOperator(user.role) && env.OPERATOR_SECOND_FACTOR === 'required' && !user.hasSecondFactor
