import type { Db } from '@makegood/db/client'
import { markStepUsed, readSecondFactorKey } from '@makegood/db/user/second-factor-steps'
import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import { stepOfCode } from './second-factor.ts'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * A code is taken once: its half minute is marked as used before it is checked, and one of the same or an earlier half minute
 * is refused like a wrong one, whoever of two comes second. A code that fits nothing is left to the plugin, which counts it.
 */
export const useCodeOnce = async (db: Db, ctx: Context): Promise<void> => {
  const { code } = ctx.body as { code: string }
  const userId = await findWhoAsks(ctx)
  const kept = userId === null ? null : await readSecondFactorKey(db, userId)
  if (userId === null || kept === null) return
  const key = await symmetricDecrypt({ key: ctx.context.secretConfig, data: kept })
  const step = await stepOfCode(key, code, new Date())
  if (step === null || (await markStepUsed(db, { userId, step }))) return
  throw APIError.from('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'the code was used already' })
}

/** Whose code it is: of the person signed in, or of whoever has given the right password just before. */
const findWhoAsks = async (ctx: Context): Promise<string | null> => {
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const cookie = ctx.context.createAuthCookie('two_factor')
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
  if (!challenge) return null
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value ?? null
}
