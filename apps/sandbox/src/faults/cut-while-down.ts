import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FaultTarget } from './fault-modes.ts'
import type { FaultSwitches } from './fault-switches.ts'

/** While its switch says `down`, a request finds its connection cut before anything is done. */
export const cutWhileDown =
  (faults: FaultSwitches, target: FaultTarget) =>
  async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (faults.read()[target].mode !== 'down') return
    await faults.take(target)
    reply.hijack()
    reply.raw.socket?.destroy()
  }
