import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { GatewayError } from '../gateway/gateway-error.ts'
import { CarrierError, carrierErrorBody } from './carrier-error.ts'

const toCarrierError = (error: FastifyError | CarrierError | GatewayError, request: FastifyRequest): CarrierError => {
  if (error instanceof CarrierError) return error
  if (error instanceof GatewayError) {
    return new CarrierError(error.status, error.status === 401 ? 'UNAUTHORIZED' : 'INVALID_REQUEST', error.message)
  }
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new CarrierError(error.statusCode, 'INVALID_REQUEST', error.message)
  request.log.error({ err: error }, 'request failed')
  return new CarrierError(500, 'CARRIER_FAILED', 'The sandbox itself failed; its log says why.')
}

/** Answers whatever went wrong in the carrier's own form. */
export const answerCarrierError = (
  error: FastifyError | CarrierError | GatewayError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const refused = toCarrierError(error, request)
  return reply.code(refused.status).type('application/json').send(carrierErrorBody(refused))
}
