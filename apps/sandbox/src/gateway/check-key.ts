import { createHash, timingSafeEqual } from 'node:crypto'
import { GatewayError } from './gateway-error.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

const unauthorized = (message: string, code?: string): GatewayError =>
  new GatewayError(401, { type: 'invalid_request_error', message, ...(code === undefined ? {} : { code }) })

/** Lets a request through that carries one of the keys as its bearer token; says, as Stripe does, what is wrong otherwise. */
export const createCheckKey = (accepted: readonly string[], refused: { readonly publishable?: string } = {}) => {
  const digests = accepted.map(digest)
  return (authorization: string | undefined): void => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) {
      throw unauthorized(
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      )
    }
    const given = digest(token)
    if (digests.some(known => timingSafeEqual(known, given))) return
    if (refused.publishable !== undefined && token === refused.publishable) {
      throw unauthorized(
        'This API call cannot be made with a publishable API key. Please use a secret API key.',
        'secret_key_required',
      )
    }
    throw unauthorized(`Invalid API Key provided: ${token.slice(0, 8)}***`)
  }
}
