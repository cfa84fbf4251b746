import { router } from '../../../trpc.ts'
import { changeRole } from './change-role.ts'
import { endSessions } from './end-sessions.ts'
import { inviteOperator } from './invite-operator.ts'
import { listSessions } from './list-sessions.ts'
import { listTeam } from './list-team.ts'
import { removeOperator } from './remove-operator.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { revokeInvitation } from './revoke-invitation.ts'

export const teamRouter = router({
  list: listTeam,
  invite: inviteOperator,
  revokeInvitation,
  changeRole,
  remove: removeOperator,
  resetSecondFactor,
  listSessions,
  endSessions,
})
