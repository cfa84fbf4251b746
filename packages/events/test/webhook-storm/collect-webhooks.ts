import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Collected = { readonly provider: 'payment' | 'carrier'; readonly type: string; readonly body: string }

/** Takes the outside world's webhooks in the shop's place and keeps them, so that the shop hears nothing until a test sends them. */
export const collectWebhooks = async () => {
  const collected: Collected[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts).toString('utf8')
    const { type } = JSON.parse(body) as { readonly type: string }
    collected.push({ provider: request.url === '/carrier' ? 'carrier' : 'payment', type, body })
    response.writeHead(200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    collected: collected as readonly Collected[],
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
