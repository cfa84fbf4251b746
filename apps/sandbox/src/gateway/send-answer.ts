import type { FastifyReply } from 'fastify'
import type { Answer } from './gateway-context.ts'

/** Says nothing until the caller gives up or the time is over, then cuts the connection. */
const staySilent = (reply: FastifyReply, forMs: number, closing: AbortSignal): FastifyReply => {
  reply.hijack()
  const { socket } = reply.raw
  const cut = () => socket?.destroy()
  const timer = setTimeout(cut, forMs)
  closing.addEventListener('abort', cut)
  socket?.once('close', () => {
    clearTimeout(timer)
    closing.removeEventListener('abort', cut)
  })
  return reply
}

export const sendAnswer = (reply: FastifyReply, answer: Answer, closing: AbortSignal): FastifyReply => {
  if (answer.silentForMs !== undefined) return staySilent(reply, answer.silentForMs, closing)
  if (answer.replayOf !== undefined)
    reply.header('idempotent-replayed', 'true').header('original-request', answer.replayOf)
  return reply.code(answer.status).type('application/json').send(answer.body)
}
