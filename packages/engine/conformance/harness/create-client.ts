import { Inngest } from 'inngest'
import type { TargetServer } from './target-server.ts'

const ignore = () => undefined
const silent = { info: ignore, warn: ignore, error: ignore, debug: ignore }

/** The SDK's client for a server, in the server's own mode. */
export function createClient({ url, keys }: TargetServer, id: string): Inngest {
  return new Inngest({ id, baseUrl: url, logger: silent, ...(keys ?? {}), isDev: keys === undefined })
}
