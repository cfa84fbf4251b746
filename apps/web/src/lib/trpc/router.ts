import type { AppRouter } from '@makegood/api/router'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

export type { AppRouter }
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>
