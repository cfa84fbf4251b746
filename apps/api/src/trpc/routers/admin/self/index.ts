import { router } from '../../../trpc.ts'
import { endSessions } from './end-sessions.ts'
import { getSecondFactor } from './get-second-factor.ts'
import { listSessions } from './list-sessions.ts'

export const selfRouter = router({ getSecondFactor, listSessions, endSessions })
