import { type NextRequest, NextResponse } from 'next/server'
import createIntlMiddleware from 'next-intl/middleware'
import { getEnv, inDevelopment } from './env'
import { routing } from './i18n/routing'
import { contentPolicy } from './lib/content-policy'
import { markOf, recallPage } from './lib/page-cache'
import { maintenanceWords, plainPage, plainPageHeaders, unreadableWords } from './lib/plain-page'

const routeLocale = createIntlMiddleware(routing)

/** More than any call of the shop needs; a larger body is refused here, before anything is read or passed on. */
const bodyBytesMax = 1024 * 1024
/** The console's own files are larger: a picture of ten megabytes. */
const fileBytesMax = 10 * 1024 * 1024

const isApiPath = (pathname: string): boolean => /^\/(trpc|auth|console|pictures\/uploads)(\/|$)/.test(pathname)

const bodiless = ['GET', 'HEAD', 'OPTIONS']

const refuse = (status: number, error: string): NextResponse => NextResponse.json({ error }, { status })

/** While the shop is being mended every address says so; caches and search engines come back by themselves. */
const sayMaintenance = (): NextResponse =>
  new NextResponse(plainPage(maintenanceWords), {
    status: 503,
    headers: { ...plainPageHeaders, 'Retry-After': '300', 'Cache-Control': 'no-store' },
  })

const isReadable = (pathname: string): boolean => {
  try {
    return decodeURI(pathname) !== ''
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

/** Passes `/trpc`, `/auth`, `/console` and the pictures that operators sent on to the api, streams included, so that the browser knows one origin only. */
const passToApi = (request: NextRequest): NextResponse => {
  const length = request.headers.get('content-length')
  if (length === null && !bodiless.includes(request.method)) return refuse(411, 'the request does not tell its length')
  const bytesMax = request.nextUrl.pathname.startsWith('/console/') ? fileBytesMax : bodyBytesMax
  if (Number(length ?? 0) > bytesMax) return refuse(413, 'the request is too large')
  return NextResponse.rewrite(new URL(`${request.nextUrl.pathname}${request.nextUrl.search}`, getEnv().apiUrl))
}

/** The address of a guest's order with the token of a mail in it. */
const orderLink = /^(?:\/(en))?\/orders\/(ord_[a-z0-9]{26})$/

/** The api changes the token for a cookie and leads back to the plain address; no page is ever shown with a token in it. */
const openOrderLink = ({ nextUrl }: NextRequest): NextResponse | null => {
  const [matched, language, orderId] = orderLink.exec(nextUrl.pathname) ?? []
  const link = nextUrl.searchParams.get('link')
  if (!matched || link === null) return null
  const target = new URL(`/order-links/${orderId}`, getEnv().apiUrl)
  target.searchParams.set('link', link)
  target.searchParams.set('locale', language ?? 'ko')
  return NextResponse.rewrite(target)
}

const withPolicy = (response: Response, policy: string, secure: boolean): Response => {
  response.headers.set('Content-Security-Policy', policy)
  if (secure) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

export const proxy = async (request: NextRequest): Promise<Response> => {
  const { pathname } = request.nextUrl
  if (!isReadable(pathname))
    return new NextResponse(plainPage(unreadableWords), { status: 400, headers: plainPageHeaders })
  if (getEnv().maintenance) return sayMaintenance()
  if (isApiPath(pathname)) return passToApi(request)
  const opened = openOrderLink(request)
  if (opened) return opened
  const { webUrl, gatewayUrl } = getEnv()
  const mark = inDevelopment ? null : markOf(request)
  const nonce = mark ?? btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const secure = webUrl.startsWith('https:')
  const policy = contentPolicy({ nonce, gatewayUrl, secure, dev: inDevelopment })
  const recalled = mark || inDevelopment ? null : await recallPage(request, request.nextUrl, nonce)
  if (recalled) return withPolicy(recalled, policy, secure)
  request.headers.set('x-nonce', nonce)
  request.headers.set('content-security-policy', policy)
  return withPolicy(routeLocale(request), policy, secure)
}

export const config = {
  matcher: [
    '/((?!_next/|pictures/(?!uploads/)|health$|offline$|sw\\.js$|robots\\.txt$|sitemap\\.xml$|icon\\.svg$|favicon\\.ico$).*)',
  ],
}
