import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '@makegood/core/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'
import { addressKey } from '../http/address-key.ts'
import { toErrorAnswer } from '../http/error-answer.ts'
import { listWrongFields } from '../http/input-fields.ts'
import { askAuth, handOn } from './ask-auth.ts'
import { type AuthPath, authInputs } from './auth-inputs.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'

/** A known e-mail takes longer to ask a new password for than an unknown one, and nobody shall see by how much. */
const leastMsOf = (path: AuthPath): number => (path === '/request-password-reset' ? 300 : 0)

/**
 * The sign-in routes: only these paths, only the fields of `authInputs`, counted by address and by e-mail. Sign-up says the
 * same, after the same work, whatever the reason it refuses for.
 */
export const authRoutes = (api: ApiContext) => async (app: FastifyInstance) => {
  app.setErrorHandler((error, request, reply) => {
    const answer = toErrorAnswer(error)
    if (answer.httpStatus >= 500) request.log.error({ err: error }, 'sign-in failed')
    if (typeof answer.details.retryAfterSeconds === 'number')
      reply.header('retry-after', answer.details.retryAfterSeconds)
    const code = answer.shopCode ?? 'internal'
    return reply.code(answer.httpStatus).send({ code, message: code, details: answer.details, requestId: request.id })
  })
  app.get('/get-session', (request, reply) => forward(api, request, reply, '/get-session', undefined))
  for (const path of Object.keys(authInputs) as AuthPath[]) {
    app.post(path, async (request, reply) => {
      const body = authInputs[path].safeParse(request.body ?? {})
      if (!body.success) throw new DomainError('invalid-input', 'wrong fields', listWrongFields(body.error))
      await countCall(api, request, path, body.data)
      const [answer] = await Promise.all([forward(api, request, reply, path, body.data), sleep(leastMsOf(path))])
      return answer
    })
  }
  await app.register(secondFactorRoutes(api), { prefix: '/two-factor' })
}

const countCall = async (api: ApiContext, request: FastifyRequest, path: AuthPath, body: object): Promise<void> => {
  const address = { width: 'own', key: `ip:${addressKey(request.ip)}` } as const
  if (path === '/sign-up/email') await api.limits.consume('signUp', [address])
  // By e-mail too: an address is easily changed, the account that is guessed at is not.
  if (path === '/sign-in/email' && 'email' in body) {
    await api.limits.consume('signIn', [address, { width: 'own', key: `email:${hashOf(body.email)}` }])
  }
  if (path === '/request-password-reset' && 'email' in body)
    await api.limits.consume('mailLink', [address, { width: 'own', key: `email:${hashOf(body.email)}` }])
  if (path === '/change-password' || path === '/reset-password') await api.limits.consume('signIn', [address])
}

const hashOf = (email: unknown): string => createHash('sha256').update(String(email).toLowerCase()).digest('hex')

const forward = async (
  api: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  path: AuthPath | '/get-session',
  body: object | undefined,
) => {
  const answer = await askAuth(api, request, path, body)
  if (path === '/sign-up/email' && answer.status === 422) return refuseSignUp(api, reply, body)
  return handOn(reply, answer)
}

/** A known e-mail is refused after the same work as a new one, in words that fit every refusal. */
const refuseSignUp = async (api: ApiContext, reply: FastifyReply, body: object | undefined) => {
  const { password } = await api.auth.$context
  if (body && 'password' in body) await password.hash(String(body.password))
  const code = 'sign-up-refused'
  return reply.code(422).send({ code, message: code, details: {}, requestId: reply.request.id })
}
