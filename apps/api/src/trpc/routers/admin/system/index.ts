import { router } from '../../../trpc.ts'
import { getEngine } from './get-engine.ts'
import { getOverview } from './get-overview.ts'
import { listSagas } from './list-sagas.ts'

export const systemRouter = router({ engine: getEngine, overview: getOverview, sagas: listSagas })
