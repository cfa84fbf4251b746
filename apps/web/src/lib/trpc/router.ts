import type { AppRouter } from '@makegood/api/router'
import type { TRPCClientErrorLike } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'

export type { AppRouter }
export type Outputs = inferRouterOutputs<AppRouter>
export type ApiError = TRPCClientErrorLike<AppRouter>
