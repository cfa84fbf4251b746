import type { EngineOptions } from '../engine-options.ts'
import type { Settings } from './options.ts'

/** The settings of the command as the library takes them. */
export function toEngineOptions(settings: Settings, databaseUrl: string): EngineOptions {
  const { 'signing-key': signingKey, 'metrics-key': metricsKey, 'retry-interval': retryIntervalMs } = settings
  return {
    databaseUrl,
    host: settings.host,
    port: settings.port,
    ui: !settings['no-ui'],
    eventKeys: settings['event-key'],
    appConcurrency: settings['queue-workers'],
    appTimeoutMs: settings['app-timeout'],
    appUrls: settings['sdk-url'],
    pollIntervalMs: settings['poll-interval'],
    retentionMs: settings.retention,
    ...(signingKey ? { signingKey } : {}),
    ...(metricsKey ? { metricsKey } : {}),
    ...(retryIntervalMs === 0 ? {} : { retryIntervalMs }),
  }
}
