import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'
import { addressHeader } from './operator-session.ts'

const userAgentCharactersMax = 300
const handedOn = ['cookie', 'origin', 'user-agent'] as const

/** Asks the sign-in's own code with what may reach it of a request, and the address that the api believes. */
export const askAuth = async (
  api: ApiContext,
  request: FastifyRequest,
  path: string,
  body: object | undefined,
): Promise<Response> => {
  const headers = new Headers({ [addressHeader]: request.ip })
  for (const name of handedOn) {
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
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to ${path}`)
  return answer
}

/** Hands an answer of the sign-in's own code on, with its cookies and without its tokens. */
export const handOn = async (reply: FastifyReply, answer: Response): Promise<FastifyReply> => {
  for (const [name, value] of answer.headers) if (name === 'set-cookie') reply.header(name, value)
  return reply.code(answer.status).send(withoutTokens(await answer.json()))
}

/** The session's token is for the httpOnly cookie alone: a script on the page must not read it from an answer. */
const withoutTokens = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return body
  const { token: _, session, ...rest } = body as { token?: unknown; session?: unknown }
  return session === undefined ? rest : { ...rest, session: withoutTokens(session) }
}
