import type { FastifyInstance } from 'fastify'
import type { ApiContext } from './context.ts'

const followersMax = 50
const aliveEveryMs = 1000
/** A follower that does not read is let go: it comes back and begins anew. */
const unreadBytesMax = 64 * 1024

/**
 * Tells the web servers of every change of the catalogue, one line each, after this process has forgotten what the change
 * concerns; an empty line each second says that the line is alive. It ends where this process may miss changes itself.
 */
export const catalogueChangesRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  let followers = 0
  app.get('/', (request, reply) => {
    if (followers >= followersMax || !api.catalogue.isTold())
      return reply.code(503).send('catalogue changes cannot be told now')
    followers += 1
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    const write = (line: string): void => {
      if (!api.catalogue.isTold() || raw.writableLength > unreadBytesMax) raw.destroy()
      else raw.write(`${line}\n`)
    }
    write('')
    const unfollow = api.catalogue.follow(change =>
      write(change.kind === 'catalogue' ? change.kind : `${change.kind}:${change.productId}`),
    )
    const alive = setInterval(() => write(''), aliveEveryMs)
    const end = (): void => void raw.end()
    api.stopping.addEventListener('abort', end, { once: true })
    raw.once('close', () => {
      followers -= 1
      unfollow()
      clearInterval(alive)
      api.stopping.removeEventListener('abort', end)
      request.log.debug('a follower of catalogue changes left')
    })
  })
}
