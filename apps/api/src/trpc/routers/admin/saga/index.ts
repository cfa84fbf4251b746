import { router } from '../../../trpc.ts'
import { getPlans } from './get-plans.ts'
import { listSagas } from './list-sagas.ts'

export const sagaRouter = router({ list: listSagas, plans: getPlans })
