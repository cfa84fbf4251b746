import type {} from '@fastify/cookie'
import { orderLinkSchema } from '@makegood/core/order/link-inputs'
import type { FastifyReply } from 'fastify'

const name = 'mg_orders'
const linksMax = 5
export const orderLinkCookieSeconds = 60 * 24 * 60 * 60

/** Each order that this browser has opened by a link, with the link's token; the newest first. */
export type OrderLinks = ReadonlyMap<string, string>

/** The order links of a Cookie header; what cannot be one is left out. Whether a token fits its order is asked when it is used. */
export const readOrderLinks = (cookieHeader: string | null | undefined): OrderLinks => {
  const value = cookieHeader?.match(/(?:^|;\s*)mg_orders=([\w.~|-]{1,400})\s*(?:;|$)/)?.[1] ?? ''
  const links = value.split('|').flatMap(entry => {
    const [orderId, token] = entry.split('~')
    const link = orderLinkSchema.safeParse({ orderId, token })
    return link.success ? [[link.data.orderId, link.data.token] as const] : []
  })
  return new Map(links.slice(0, linksMax))
}

/** Lets this browser see one more order; the one that was opened first gives way. No script on a page can read it. */
export const giveOrderLink = (
  reply: FastifyReply,
  kept: OrderLinks,
  link: { readonly orderId: string; readonly token: string; readonly secure: boolean },
): void => {
  const others = [...kept].filter(([orderId]) => orderId !== link.orderId)
  const entries = [[link.orderId, link.token] as const, ...others].slice(0, linksMax)
  reply.setCookie(name, entries.map(([orderId, token]) => `${orderId}~${token}`).join('|'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: link.secure,
    path: '/',
    maxAge: orderLinkCookieSeconds,
    encode: value => value,
  })
}
