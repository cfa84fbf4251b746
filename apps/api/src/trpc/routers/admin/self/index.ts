import { router } from '../../../trpc.ts'
import { getSecondFactor } from './get-second-factor.ts'

export const selfRouter = router({ getSecondFactor })
