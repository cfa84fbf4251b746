/** Says that the web server answers; it asks nobody else, so that a slow api never makes this process look dead. */
export const dynamic = 'force-dynamic'

export const GET = (): Response => Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
