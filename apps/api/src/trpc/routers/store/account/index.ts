import { router } from '../../../trpc.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { getMe } from './get-me.ts'
import { getProfile } from './get-profile.ts'
import { getRemovalTerms } from './get-removal-terms.ts'
import { listSessions } from './list-sessions.ts'
import { removeAccount } from './remove-account.ts'
import { setLocale } from './set-locale.ts'

export const accountRouter = router({
  me: getMe,
  getProfile,
  setLocale,
  listSessions,
  endSession,
  endOtherSessions,
  getRemovalTerms,
  remove: removeAccount,
  acceptInvitation,
})
