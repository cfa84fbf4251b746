import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from './context.ts'

const attemptsMax = 120
const answerWithinMs = 10_000
const waitMs = (attempt: number): number => Math.min(250 * 2 ** attempt, 5000)

/**
 * Makes the functions known to the engine by calling the api's own serve route, signed; tries again until the engine
 * answers, for about ten minutes, and then says in the log that no order will move.
 */
export const registerFunctions = async (app: FastifyInstance, api: ApiContext): Promise<boolean> => {
  for (let attempt = 0; attempt < attemptsMax && !api.stopping.aborted; attempt += 1) {
    const answer = await askEngine(app, api)
    if (answer === 'taken') {
      api.logger.info({ functions: api.functions.length, attempt }, 'the engine knows the functions')
      return true
    }
    if (attempt === 3) api.logger.warn({ answer }, 'the engine does not answer yet')
    await waitUnlessStopping(waitMs(attempt), api.stopping)
  }
  if (!api.stopping.aborted)
    api.logger.error('the engine did not take the functions: no order will move until the next start')
  return false
}

const waitUnlessStopping = async (ms: number, stopping: AbortSignal): Promise<void> => {
  try {
    await wait(ms, undefined, { signal: stopping })
  } catch (error) {
    if (!stopping.aborted) throw error
  }
}

const askEngine = async (app: FastifyInstance, api: ApiContext): Promise<string> => {
  try {
    const { statusCode, body } = await app.inject({
      method: 'PUT',
      url: '/api/inngest',
      headers: { 'x-inngest-signature': signEmptyBody(api.env.INNGEST_SIGNING_KEY, new Date()) },
      signal: AbortSignal.any([api.stopping, AbortSignal.timeout(answerWithinMs)]),
    })
    // The SDK answers 200 also where the engine refused in JSON; only the words tell.
    return statusCode === 200 && body.includes('"Successfully registered"')
      ? 'taken'
      : `${statusCode} ${body.slice(0, 300)}`
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer'
  }
}

/** The signature that the engine itself would put on a call without a body. */
export const signEmptyBody = (signingKey: string, at: Date): string => {
  const seconds = Math.floor(at.getTime() / 1000)
  const key = signingKey.replace(/^signkey-[a-z0-9]+-/, '')
  return `t=${seconds}&s=${createHmac('sha256', key).update('').update(String(seconds)).digest('hex')}`
}
