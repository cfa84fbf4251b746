import type { FastifyReply, FastifyRequest } from 'fastify'
import { toErrorAnswer } from './error-answer.ts'

/** Answers an error outside of any procedure in tRPC's shape, so that a client reads one kind of error; says no more of it than that. */
export const sendError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const { httpStatus, shopCode, details } = toErrorAnswer(error)
  if (httpStatus >= 500) request.log.error({ err: error }, 'a request failed')
  const code = error instanceof Error && 'code' in error && httpStatus < 500 ? String(error.code) : 'ERROR'
  const message = shopCode ?? 'internal'
  return reply.code(httpStatus).send({
    error: {
      message,
      code: httpStatus >= 500 ? -32603 : -32600,
      data: { code, httpStatus, shopCode, details, requestId: request.id },
    },
  })
}
