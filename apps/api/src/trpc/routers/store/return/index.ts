import { router } from '../../../trpc.ts'
import { requestReturn } from './request-return.ts'

export const returnRouter = router({ request: requestReturn })
