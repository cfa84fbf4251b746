import { adminRouter } from './routers/admin/index.ts'
import { storeRouter } from './routers/store/index.ts'
import { router } from './trpc.ts'

export const appRouter = router({ store: storeRouter, admin: adminRouter })
export type AppRouter = typeof appRouter
