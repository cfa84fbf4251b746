import { DomainError } from '@makegood/core/errors'
import type { FastifyRequest } from 'fastify'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a request that changes something unless it comes from the shop's own pages: a foreign or `null` Origin always, an
 * absent one where the request carries cookies, because browsers send Origin with every such request.
 */
export const checkOrigin = (request: FastifyRequest, webOrigin: string): void => {
  if (readingMethods.has(request.method)) return
  const { origin, cookie } = request.headers
  if (origin === webOrigin || (origin === undefined && cookie === undefined)) return
  throw new DomainError('forbidden', 'the request does not come from the shop', { reason: 'origin' })
}
