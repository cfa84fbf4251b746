import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { SandboxContext } from '../sandbox-context.ts'
import { applyFaults } from './apply-faults.ts'
import { faultModes, faultsInput } from './fault-modes.ts'
import { resetSandbox } from './reset-sandbox.ts'
import { readSandboxCharges } from './sandbox-charges.ts'

const chargesQuery = z.strictObject({ orderId: z.string().max(255).optional(), key: z.string().max(255).optional() })

/** What tests and the page ask of the sandbox itself: switches, what was charged, and a fresh start. */
export const faultRoutes = (app: FastifyInstance, sandbox: SandboxContext): void => {
  const context = sandbox.gateway

  app.get('/sandbox/faults', async () => ({ faults: context.faults.read(), modes: faultModes }))

  app.put('/sandbox/faults', async (request, reply) => {
    const read = faultsInput.safeParse(request.body)
    if (!read.success) return reply.code(400).send({ error: z.prettifyError(read.error) })
    await applyFaults(context.faults, read.data)
    return { faults: context.faults.read() }
  })

  app.delete('/sandbox/faults', async () => {
    await context.faults.clear()
    return { faults: context.faults.read() }
  })

  app.get('/sandbox/charges', async (request, reply) => {
    const read = chargesQuery.safeParse(request.query)
    if (!read.success) return reply.code(400).send({ error: z.prettifyError(read.error) })
    return await readSandboxCharges(context.pool, read.data)
  })

  app.post('/sandbox/reset', async () => {
    await resetSandbox(sandbox)
    return { reset: true }
  })
}
