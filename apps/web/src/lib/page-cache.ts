import { rememberUntilDropped } from '@makegood/core/cache/remember-until-dropped'
import { getEnv } from '@/env'
import { watchCatalogue } from './catalogue-watch'
import { publicAddress } from './public-address'
import { knownBy } from './visitor-cookies'

/** Short, because a page also shows what nobody tells of: coupons that are left, and what sold best. */
const forMs = 2000
const entriesMax = 200
const renderWithinMs = 3000
/** Search engines of the older kind are sent whole pages with their metadata in the head; so is what is remembered. */
const wholePageAgent = 'makegood (compatible; bingbot)'
const passedOn = ['content-type', 'cache-control', 'link', 'vary']

type Page = { readonly headers: readonly (readonly [string, string])[]; readonly parts: readonly string[] }
type PageCache = { readonly ticket: string; readonly ask: (address: string) => Promise<Page | null> }

const randomText = (): string => globalThis.crypto.randomUUID().replaceAll('-', '')

/** Stands in a remembered page where each answer's own nonce goes. */
const nonceMark = `mg${randomText()}`
const ticketHeader = 'x-makegood-page'

/** Whether the answer to this request is the same for everybody who asks so: a page for the eye, of a visitor whom nothing is known of. */
const isForEverybody = (request: Request): boolean => {
  if (request.method !== 'GET' || !request.headers.get('accept')?.includes('text/html')) return false
  if (['rsc', 'next-router-prefetch', 'next-action', 'range'].some(name => request.headers.has(name))) return false
  const names = (request.headers.get('cookie') ?? '').split(';').map(part => part.split('=')[0]?.trim() ?? '')
  return !knownBy(names).cart
}

const render = async (address: string, ticket: string): Promise<Page | null> => {
  const answer = await fetch(`${getEnv().ownUrl}${address}`, {
    headers: {
      accept: 'text/html',
      'accept-encoding': 'identity',
      'user-agent': wholePageAgent,
      [ticketHeader]: ticket,
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(renderWithinMs),
  })
  const html = await answer.text()
  const isPlain = answer.status === 200 && answer.headers.getSetCookie().length === 0
  if (!isPlain || !answer.headers.get('content-type')?.startsWith('text/html')) return null
  const headers = [...answer.headers].filter(([name]) => passedOn.includes(name))
  return { headers, parts: html.split(nonceMark) }
}

const createCache = (): PageCache => {
  const ticket = randomText()
  const watch = watchCatalogue(change => {
    if (change.kind !== 'stock') pages.dropAll()
  })
  const bounds = { entriesMax, forMs, isTold: watch.isTold, now: () => performance.now() }
  const pages = rememberUntilDropped((address: string) => render(address, ticket), bounds)
  return { ticket, ask: async address => (watch.isTold() ? pages.ask(address) : null) }
}

let cache: PageCache | undefined

const openCache = (): PageCache => {
  cache ??= createCache()
  return cache
}

/** The nonce of a page that this process renders to remember it; null for every other request. */
export const markOf = (request: Request): string | null => {
  const ticket = request.headers.get(ticketHeader)
  return ticket !== null && ticket === openCache().ticket ? nonceMark : null
}

/**
 * A page for everybody as it was rendered a moment ago, with this answer's own nonce; null where the request is not for
 * such a page, or it cannot be rendered so. It is dropped at each change of the catalogue that shows.
 */
export const recallPage = async (request: Request, url: URL, nonce: string): Promise<Response | null> => {
  const address = isForEverybody(request) ? publicAddress(url) : null
  if (address === null) return null
  try {
    const page = await openCache().ask(address)
    if (!page) return null
    const headers = page.headers.map(([name, value]): [string, string] => [name, value.replaceAll(nonceMark, nonce)])
    return new Response(page.parts.join(nonce), { headers })
  } catch (error) {
    console.warn(JSON.stringify({ level: 40, time: Date.now(), msg: 'a page is not remembered', err: String(error) }))
    return null
  }
}
