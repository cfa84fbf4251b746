import { router } from '../../../trpc.ts'
import { listSagas } from './list-sagas.ts'

export const sagaRouter = router({ list: listSagas })
