import { type NextRequest, NextResponse } from 'next/server'
import createIntlMiddleware from 'next-intl/middleware'
import { getEnv, inDevelopment } from './env'
import { routing } from './i18n/routing'
import { contentPolicy } from './lib/content-policy'

const routeLocale = createIntlMiddleware(routing)

/** More than any call of the shop needs; a larger body is refused here, before anything is read or passed on. */
const bodyBytesMax = 1024 * 1024

const isApiPath = (pathname: string): boolean => /^\/(trpc|auth)(\/|$)/.test(pathname)

/** Passes `/trpc` and `/auth` on to the api, streams included, so that the browser knows one origin only. */
const passToApi = (request: NextRequest): NextResponse => {
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytesMax)
    return NextResponse.json({ error: 'the request is too large' }, { status: 413 })
  return NextResponse.rewrite(new URL(`${request.nextUrl.pathname}${request.nextUrl.search}`, getEnv().apiUrl))
}

export const proxy = (request: NextRequest): NextResponse => {
  if (isApiPath(request.nextUrl.pathname)) return passToApi(request)
  const { webUrl, gatewayUrl } = getEnv()
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const secure = webUrl.startsWith('https:')
  const policy = contentPolicy({ nonce, gatewayUrl, secure, dev: inDevelopment })
  request.headers.set('x-nonce', nonce)
  request.headers.set('content-security-policy', policy)
  const response = routeLocale(request)
  response.headers.set('Content-Security-Policy', policy)
  if (secure) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

export const config = { matcher: ['/((?!_next/|pictures/|health$|robots\\.txt$|sitemap\\.xml$|icon\\.svg$).*)'] }
