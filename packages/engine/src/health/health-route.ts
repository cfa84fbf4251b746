import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Logger } from 'pino'

type HealthParts = {
  pool: pg.Pool
  epoch: number
  /** Whether this engine holds the lease on its database. */
  isHeld(): boolean
  log: Logger
}

const answerMs = 2_000

/** GET /health: 200 while the engine can do its work, that is, its database answers and it holds the lease on it. */
export function addHealthRoute(app: FastifyInstance, { pool, epoch, isHeld, log }: HealthParts): void {
  let asking: Promise<string | undefined> | undefined

  const findTrouble = async (): Promise<string | undefined> => {
    if (!isHeld()) return 'The lease on the database is lost; the engine is taking it back'
    try {
      const question = { text: 'select epoch from engine.instance', query_timeout: answerMs }
      const { rows } = await pool.query<{ epoch: string }>(question)
      return Number(rows[0]?.epoch) === epoch ? undefined : 'Another engine has taken over the database'
    } catch (error) {
      // The reason goes to the log only: whoever can reach the port may ask for the health.
      log.debug({ err: error }, 'The database did not answer the question for health')
      return 'The database does not answer'
    }
  }

  app.get('/health', async (_request, reply) => {
    // However many ask at once, the database is asked once.
    asking ??= findTrouble().finally(() => {
      asking = undefined
    })
    const trouble = await asking
    const status = trouble === undefined ? 200 : 503
    return reply.code(status).send({ status, message: trouble ?? 'OK' })
  })
}
