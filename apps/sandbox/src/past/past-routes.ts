import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { SandboxContext } from '../sandbox-context.ts'
import { pastInput, recordPast } from './record-past.ts'

const bodyLimit = 10 * 1024 * 1024

/** For a demo shop that begins with a past: what the gateway and the carrier would have seen of it. */
export const pastRoutes = (app: FastifyInstance, { gateway }: SandboxContext): void => {
  app.post('/sandbox/past', { bodyLimit }, async (request, reply) => {
    const read = pastInput.safeParse(request.body)
    if (!read.success) return reply.code(400).send({ error: z.prettifyError(read.error) })
    await recordPast(gateway.pool, read.data)
    return { charges: read.data.charges.length, parcels: read.data.parcels.length }
  })
}
