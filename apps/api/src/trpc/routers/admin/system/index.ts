import { router } from '../../../trpc.ts'
import { getOverview } from './get-overview.ts'
import { listSagas } from './list-sagas.ts'

export const systemRouter = router({ overview: getOverview, sagas: listSagas })
