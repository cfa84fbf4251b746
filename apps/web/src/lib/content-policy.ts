/**
 * The content policy of a page: scripts and style sheets only by this request's nonce, connections only to the shop
 * itself and the gateway that makes a card into a token, frames nowhere. Style attributes stay allowed, because server
 * components write them.
 */
export const contentPolicy = (request: { nonce: string; gatewayUrl: string; secure: boolean; dev: boolean }): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${request.nonce}' 'strict-dynamic'${request.dev ? " 'unsafe-eval'" : ''}`,
    request.dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${request.nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${request.gatewayUrl}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ...(request.secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
