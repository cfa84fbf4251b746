import type { FastifyRequest } from 'fastify'
import { GatewayError } from '../gateway/gateway-error.ts'

/** A page of another site cannot turn a switch through the browser of someone who has the sandbox open. */
export const refuseForeignPages = async (request: FastifyRequest): Promise<void> => {
  if (!request.url.startsWith('/sandbox/') || request.method === 'GET') return
  const { origin, host } = request.headers
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return
  throw new GatewayError(403, {
    type: 'invalid_request_error',
    message: 'Switches are turned from the sandbox’s own page or without a browser.',
  })
}
