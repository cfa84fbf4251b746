import type { AppRouter } from '@makegood/api/router'
import type { inferRouterOutputs } from '@trpc/server'

export type { AppRouter }
export type Outputs = inferRouterOutputs<AppRouter>
