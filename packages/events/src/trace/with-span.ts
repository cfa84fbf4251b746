import { createHash } from 'node:crypto'
import { traceIdOf } from '@makegood/db/saga/trace-id-of'
import {
  type Attributes,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { messageOf } from '../saga/retry-schedule.ts'

const name = 'makegood'
const tracer = trace.getTracer(name)

/** Whether this process sends traces anywhere; where it does not, none are made. */
export const isTracing = (): boolean => {
  const provider = trace.getTracerProvider()
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(name) !== undefined
}

/** Does something as a span of its correlation id's trace, and just does it where no traces are made. */
export const withSpan = async <Result>(
  what: string,
  correlationId: string,
  attributes: Attributes,
  act: () => Promise<Result>,
): Promise<Result> => {
  if (!isTracing()) return await act()
  const span = tracer.startSpan(
    what,
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
    spanId: createHash('sha256').update(correlationId).digest('hex').slice(32, 48),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  })
