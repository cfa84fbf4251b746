import http from 'node:http'
import https from 'node:https'

export type PostPayload = (payload: string, signature: string) => Promise<void>

/** Posts to one address over kept connections; resolves on any 2xx, rejects on everything else and after the timeout. */
export const createPostPayload = (
  url: string,
  options: { timeoutMs: number; connections: number; signatureHeader: string },
): PostPayload => {
  const target = new URL(url)
  const { request, Agent } = target.protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  return (payload, signature) =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(payload),
        [options.signatureHeader]: signature,
        'user-agent': 'Makegood-Sandbox/1.0',
      }
      const signal = AbortSignal.timeout(options.timeoutMs)
      const sent = request(target, { method: 'POST', agent, headers, signal }, response => {
        response.resume()
        response.once('error', reject)
        response.once('end', () => {
          const status = response.statusCode ?? 0
          if (status >= 200 && status < 300) resolve()
          else reject(new Error(`answered ${status}`))
        })
      })
      sent.once('error', error =>
        reject(signal.aborted ? new Error(`no answer within ${options.timeoutMs} ms`) : error),
      )
      sent.end(payload)
    })
}
