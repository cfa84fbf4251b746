import { DomainError } from '@makegood/core/errors'
import { isOperator } from '@makegood/core/user/roles'
import type { SecondFactorChange } from '@makegood/core/user/second-factor'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ApiContext } from '../context.ts'
import { addressKey } from '../http/address-key.ts'
import { listWrongFields } from '../http/input-fields.ts'
import { askAuth, handOn } from './ask-auth.ts'
import { checkPassword } from './check-password.ts'
import { readSession, type SessionUser } from './read-session.ts'
import { secondFactorInputs as inputs, isRecoveryCode } from './second-factor-inputs.ts'

/**
 * The second factor of operators: set up, proven, asked for at sign-in, taken away. Every call is counted by address, and by
 * person where one is signed in; who set it up is told by mail of each change.
 */
export const secondFactorRoutes = (api: ApiContext) => async (app: FastifyInstance) => {
  app.post('/enable', async (request, reply) => {
    const body = read(inputs.enable, request)
    await requireOperator(api, request)
    return handOn(reply, await askAuth(api, request, '/two-factor/enable', { ...body, method: 'totp' }))
  })
  app.post('/generate-backup-codes', async (request, reply) => {
    const body = read(inputs.renewCodes, request)
    const user = await requireOperator(api, request)
    const answer = await askAuth(api, request, '/two-factor/generate-backup-codes', body)
    return tell(api, reply, answer, user.id, 'recovery-codes-renewed')
  })
  app.post('/verify-totp', async (request, reply) => {
    const body = read(inputs.verifyCode, request)
    const user = await countCall(api, request)
    const answer = await askAuth(api, request, '/two-factor/verify-totp', body)
    const isNew = user !== null && !user.hasSecondFactor
    return isNew ? tell(api, reply, answer, user.id, 'on') : handOn(reply, answer)
  })
  app.post('/verify-backup-code', async (request, reply) => {
    const body = read(inputs.verifyRecoveryCode, request)
    if (await countCall(api, request)) throw new DomainError('forbidden', 'a recovery code is for signing in')
    const answer = await askAuth(api, request, '/two-factor/verify-backup-code', body)
    const signedIn = answer.ok ? ((await answer.clone().json()) as { user: { id: string } }).user.id : ''
    return tell(api, reply, answer, signedIn, 'recovery-code-used')
  })
  app.post('/disable', async (request, reply) => {
    const { password, code } = read(inputs.disable, request)
    const user = await requireOperator(api, request)
    // The password first: a code is used up by being checked.
    await checkPassword(api.auth, user.id, password)
    const proof = isRecoveryCode(code)
      ? await askAuth(api, request, '/two-factor/verify-backup-code', { code, disableSession: true })
      : await askAuth(api, request, '/two-factor/verify-totp', { code })
    if (!proof.ok) throw new DomainError('wrong-code', 'the code is not right, or was used')
    return tell(api, reply, await askAuth(api, request, '/two-factor/disable', { password }), user.id, 'off')
  })
}

const read = <Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> => {
  const body = schema.safeParse(request.body ?? {})
  if (!body.success) throw new DomainError('invalid-input', 'wrong fields', listWrongFields(body.error))
  return body.data
}

const countCall = async (api: ApiContext, request: FastifyRequest): Promise<SessionUser | null> => {
  const address = { width: 'own', key: `ip:${addressKey(request.ip)}` } as const
  const user = await readSession(api.auth, request.headers)
  await api.limits.consume('signIn', user ? [address, { width: 'own', key: `user:${user.id}` }] : [address])
  return user
}

const requireOperator = async (api: ApiContext, request: FastifyRequest): Promise<SessionUser> => {
  const user = await countCall(api, request)
  if (!user) throw new DomainError('sign-in-required', 'no session')
  if (!isOperator(user.role)) throw new DomainError('forbidden', 'a second factor is for operators')
  return user
}

const tell = (
  api: ApiContext,
  reply: FastifyReply,
  answer: Response,
  userId: string,
  change: SecondFactorChange,
): Promise<FastifyReply> => {
  if (answer.ok) api.tellSecondFactorChange({ userId, change })
  return handOn(reply, answer)
}
