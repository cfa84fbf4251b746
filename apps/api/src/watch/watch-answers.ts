import type { FastifyInstance } from 'fastify'
import type { Timings } from '../metrics/timings.ts'
import type { AnswerTimes } from './answer-times.ts'

const parts = ['trpc', 'auth', 'console', 'webhooks', 'order-links', 'pictures'] as const

/** Counts how long each answer to a person took. The engine's calls carry whole runs, live views stay open: they do not count as slow. */
export const watchAnswers = (app: FastifyInstance, times: AnswerTimes, timings: Timings): void => {
  app.addHook('onResponse', async (request, reply) => {
    const first = request.url.split(/[/?]/, 2)[1] ?? ''
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return
    const ms = reply.elapsedTime
    const part = parts.find(known => known === first)
    timings.answered(part ?? (first === 'api' ? 'engine' : 'other'), reply.statusCode, ms / 1000)
    if (part) times.note(ms)
  })
}
