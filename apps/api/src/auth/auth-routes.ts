import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '@makegood/core/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'
import { addressKey } from '../http/address-key.ts'
import { toErrorAnswer } from '../http/error-answer.ts'
import { listWrongFields } from '../http/input-fields.ts'
import { type AuthPath, authInputs } from './auth-inputs.ts'

const userAgentCharactersMax = 300

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
  const headers = new Headers()
  for (const name of ['cookie', 'origin', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, name === 'user-agent' ? value.slice(0, userAgentCharactersMax) : value)
  }
  if (body) headers.set('content-type', 'application/json')
  const answer = await api.auth.handler(
    new Request(`${api.env.WEB_URL}/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  )
  if (path === '/sign-up/email' && answer.status === 422) return refuseSignUp(api, reply, body)
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to ${path}`)
  for (const [name, value] of answer.headers) if (name === 'set-cookie') reply.header(name, value)
  return reply.code(answer.status).send(withoutTokens(await answer.json()))
}

/** The session's token is for the httpOnly cookie alone: a script on the page must not read it from an answer. */
const withoutTokens = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return body
  const { token: _, session, ...rest } = body as { token?: unknown; session?: unknown }
  return session === undefined ? rest : { ...rest, session: withoutTokens(session) }
}

/** A known e-mail is refused after the same work as a new one, in words that fit every refusal. */
const refuseSignUp = async (api: ApiContext, reply: FastifyReply, body: object | undefined) => {
  const { password } = await api.auth.$context
  if (body && 'password' in body) await password.hash(String(body.password))
  const code = 'sign-up-refused'
  return reply.code(422).send({ code, message: code, details: {}, requestId: reply.request.id })
}
