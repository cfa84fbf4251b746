import { createHash } from 'node:crypto'
import { type Attributes, ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api'
import { messageOf } from '../saga/retry-schedule.ts'

const tracer = trace.getTracer('makegood')

/**
 * The trace of a correlation id: made from the id itself, which goes with every event, outbox row and saga. So everything
 * that one request begins is one trace, whichever process does it and however late.
 */
export const traceIdOf = (correlationId: string): string => digest(correlationId).slice(0, 32)

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Does something as a span of its correlation id's trace. Where no traces are made this costs next to nothing. */
export const withSpan = async <Result>(
  name: string,
  correlationId: string,
  attributes: Attributes,
  act: () => Promise<Result>,
): Promise<Result> => {
  const span = tracer.startSpan(
    name,
    { attributes: { 'correlation.id': correlationId, ...attributes } },
    contextOf(correlationId),
  )
  try {
    return await act()
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: messageOf(error) })
    throw error
  } finally {
    span.end()
  }
}

/** The context in which a span belongs to the trace of this correlation id. */
export const contextOf = (correlationId: string) =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId: traceIdOf(correlationId),
    spanId: digest(correlationId).slice(32, 48),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  })
