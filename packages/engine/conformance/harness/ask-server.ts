import { createHash } from 'node:crypto'
import type { Answer } from './scenario-tools.ts'
import type { TargetServer } from './target-server.ts'

const patienceMs = 15_000

/** One request to the server's API under its signing key. */
export async function askServer(server: TargetServer, method: string, path: string, body?: unknown): Promise<Answer> {
  return await askRaw(server, path, {
    method,
    headers: { 'content-type': 'application/json', ...authorization(server) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** One request as it is, without keys. */
export async function askRaw(server: TargetServer, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, { ...init, signal: AbortSignal.timeout(patienceMs) })
  return { status: response.status, body: parse(await response.text()) }
}

function authorization({ keys }: TargetServer): Record<string, string> {
  if (!keys) return {}
  const [, prefix = '', secret = ''] = /^(signkey-\w+-)?(.*)$/.exec(keys.signingKey) ?? []
  const hash = createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex')
  return { authorization: `Bearer ${prefix}${hash}` }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
