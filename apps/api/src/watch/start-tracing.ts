import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-node'

export type Tracing = { readonly flush: () => Promise<void>; readonly stop: () => Promise<void> }

/**
 * Sends traces in OTLP over HTTP where an address is given, and makes none otherwise. Which are kept follows from their id,
 * so that a trace is whole or not there at all.
 */
export const startTracing = (options: {
  readonly endpoint: string | undefined
  readonly ratio: number
}): Tracing | null => {
  if (options.endpoint === undefined) return null
  const exporter = new OTLPTraceExporter({ url: new URL('/v1/traces', options.endpoint).href, timeoutMillis: 5000 })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'makegood-api' }),
    sampler: new TraceIdRatioBasedSampler(options.ratio),
    spanProcessors: [new BatchSpanProcessor(exporter, { maxQueueSize: 4096, maxExportBatchSize: 512 })],
  })
  provider.register()
  return { flush: () => provider.forceFlush(), stop: () => provider.shutdown() }
}
