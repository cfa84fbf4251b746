import { createHash, timingSafeEqual } from 'node:crypto'
import { isIPv4 } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'
import { createShopMetrics } from './shop-metrics.ts'

/**
 * GET /metrics in Prometheus's text form: with METRICS_KEY as bearer where one is set, else to this machine alone, and not to
 * whoever comes through a proxy on it.
 */
export const metricsRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  const metrics = createShopMetrics(api)
  const key = api.env.METRICS_KEY
  const mayRead = (request: FastifyRequest): boolean =>
    key === undefined ? isFromHere(request) : isSame(request.headers.authorization ?? '', `Bearer ${key}`)
  app.get('/', async (request, reply) => {
    if (!mayRead(request)) return reply.code(401).send({ error: 'unauthorized' })
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}

const isFromHere = ({ headers, socket }: FastifyRequest): boolean => {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'))
}

const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
