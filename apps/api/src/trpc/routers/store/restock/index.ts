import { router } from '../../../trpc.ts'
import { requestRestock } from './request-restock.ts'

export const restockRouter = router({ request: requestRestock })
