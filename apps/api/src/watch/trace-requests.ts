import { contextOf, isTracing } from '@makegood/events/trace/with-span'
import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const tracer = trace.getTracer('makegood')
const quiet = /^\/(health|metrics)\b/
const pathCharactersMax = 200

/** Each request is a span of its own correlation id's trace, in which everything follows that it begins. */
export const traceRequests = (app: FastifyInstance): void => {
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', async request => {
    if (!isTracing() || quiet.test(request.url)) return
    const path = request.url.split('?', 1)[0]?.slice(0, pathCharactersMax) ?? ''
    const attributes = { 'correlation.id': request.id, 'http.request.method': request.method, 'url.path': path }
    spans.set(
      request,
      tracer.startSpan(`${request.method} ${path}`, { kind: SpanKind.SERVER, attributes }, contextOf(request.id)),
    )
  })
  app.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request)
    if (!span) return
    span.setAttribute('http.response.status_code', reply.statusCode)
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
}
