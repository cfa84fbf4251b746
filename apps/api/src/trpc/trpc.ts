import { DomainError } from '@makegood/core/errors'
import { isPermitted, type Permission } from '@makegood/core/user/permissions'
import { initTRPC } from '@trpc/server'
import { mustSetUpSecondFactor } from '../auth/must-set-up-second-factor.ts'
import { addressKey } from '../http/address-key.ts'
import type { LimitName } from '../limits/rate-limits.ts'
import type { RequestContext } from './context.ts'
import { describeTrpcError, toTrpcError } from './error-map.ts'

/** Which permission a procedure asks for; none where everybody may call it. */
export type ProcedureMeta = { readonly permission?: Permission }

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const { shopCode, details } = describeTrpcError(error)
      return {
        code: shape.code,
        message: shopCode ?? 'internal',
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          shopCode,
          details,
          requestId: ctx?.requestId ?? null,
        },
      }
    },
    sse: {
      ping: { enabled: true, intervalMs: 5000 },
      client: { reconnectAfterInactivityMs: 15_000 },
      // A live view ends and comes back by itself, so that a session that has ended does not go on being served.
      maxDurationMs: 10 * 60_000,
    },
  })

export const router = t.router

/** For everyone, guests included. Every kind of procedure turns the shop's refusals into tRPC's. */
export const publicProcedure = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  throw toTrpcError(result.error)
})

const signedIn = t.middleware(async ({ ctx, next }) => {
  const user = await ctx.readUser()
  if (!user) throw new DomainError('sign-in-required', 'no session')
  return next({ ctx: { user } })
})

/** For signed-in people. */
export const signedInProcedure = publicProcedure.use(signedIn)

/** For operators whose role has this permission, with a second factor or without one. */
export const operatorSelfProcedure = (permission: Permission) =>
  signedInProcedure.meta({ permission }).use(async ({ ctx, next }) => {
    if (!isPermitted(ctx.user.role, permission)) throw new DomainError('forbidden', `not permitted: ${permission}`)
    return next()
  })

/**
 * For operators whose role has this permission, and who have a second factor where the shop requires one; both are read from
 * the database at each request.
 */
export const operatorProcedure = (permission: Permission) =>
  operatorSelfProcedure(permission).use(async ({ ctx, next }) => {
    if (mustSetUpSecondFactor(ctx.api.env, ctx.user))
      throw new DomainError('second-factor-required', 'an operator without a second factor')
    return next()
  })

/** Counts each call, also each one of a batch, for the person and for their address. */
const limited = (name: LimitName) =>
  publicProcedure.use(async ({ ctx, next }) => {
    const owner = await ctx.readOwner()
    const address = addressKey(ctx.address)
    const person = owner?.userId
      ? `user:${owner.userId}`
      : owner?.visitorHash
        ? `visitor:${owner.visitorHash}`
        : undefined
    // A guest may throw the cookie away at each call: so the address counts as well, wider because people may share it.
    await ctx.api.limits.consume(
      name,
      person
        ? [
            { width: 'own', key: person },
            { width: 'crowd', key: `ip:${address}` },
          ]
        : [{ width: 'own', key: `ip:${address}` }],
    )
    return next()
  })

export const cartProcedure = limited('cart')
export const checkoutProcedure = limited('checkout')
export const restockProcedure = limited('restock')
/** For signed-in people who move money, counted like a checkout. */
export const signedInCheckoutProcedure = checkoutProcedure.use(signedIn)
/** For signed-in people in a rush, many of them perhaps behind one address: counted like a cart. */
export const signedInRushProcedure = cartProcedure.use(signedIn)
