import type { FastifyInstance } from 'fastify'
import type { ApiContext } from './context.ts'

const answerWithinMs = 1000

/** 200 where the database and Redis answer within a second, 503 otherwise, and which of them does not. */
export const healthRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  app.get('/', async (_request, reply) => {
    const [database, redis] = await Promise.all([
      answers(api.db.$queryRaw`select 1`),
      answers(api.redis.status === 'ready' ? api.redis.ping() : Promise.reject(new Error('not connected'))),
    ])
    const healthy = database && redis
    return reply.code(healthy ? 200 : 503).send({
      status: healthy ? 'ok' : 'trouble',
      parts: { database: database ? 'ok' : 'away', redis: redis ? 'ok' : 'away' },
    })
  })
}

const answers = (question: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), answerWithinMs)
  })
  const inTime = question.then(
    () => true,
    () => false,
  )
  return Promise.race([inTime, late]).finally(() => clearTimeout(timer))
}
