import type { FastifyInstance } from 'fastify'

const loopbackName = /^(localhost|127\.0\.0\.1|\[::1\]|host\.docker\.internal|[a-z0-9.-]+\.localhost)(:\d+)?$/i

/**
 * In development mode anyone who reaches the engine may use it, and a browser on this machine reaches it for every page
 * it shows. So: a request must name the engine by a loopback name (else another site's name points here), and must not
 * be made by a page of another site. Events may come from any page on loopback, everything else only from the engine's
 * own.
 */
export function refuseForeignPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const refuse = (error: string) => reply.code(403).send({ error, status: 403 })
    const { host = '', origin } = request.headers
    if (!loopbackName.test(host)) {
      return refuse(
        `In development mode the engine answers to localhost and 127.0.0.1 only, not to ${host}: set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY to use another name`,
      )
    }
    const site = request.headers['sec-fetch-site']
    const fromElsewhere = site === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate'
    if (origin === undefined && !fromElsewhere) return
    if (origin !== undefined && isAllowed(origin, host, request.url)) return
    return refuse('In development mode the engine takes no requests from pages of other sites')
  })
}

function isAllowed(origin: string, host: string, url: string): boolean {
  const page = /^https?:\/\/(.+)$/i.exec(origin)?.[1]?.toLowerCase()
  if (page === undefined) return false
  return page === host.toLowerCase() || (url.startsWith('/e/') && loopbackName.test(page))
}
