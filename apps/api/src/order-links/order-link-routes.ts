import { locales } from '@makegood/core/locale'
import { orderLinkSchema } from '@makegood/core/order/link-inputs'
import { findOrderAccess } from '@makegood/db/order/find-order-access'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ApiContext } from '../context.ts'
import { readVisitorHash } from '../http/visitor-cookie.ts'
import { giveOrderLink, readOrderLinks } from './order-links-cookie.ts'

const querySchema = z.object({ link: z.unknown(), locale: z.enum(locales).catch('ko') })

/**
 * Where the link of a guest's message leads: the token is changed for a cookie that no script can read, and the browser
 * goes on to the order's plain address, so that the token stands in no address bar, history or Referer. A link that opens
 * nothing leads to the look-up, whatever the reason.
 */
export const orderLinkRoutes = (api: ApiContext) => async (app: FastifyInstance) => {
  app.get<{ Params: { orderId: string } }>('/:orderId', async (request, reply) => {
    const { link, locale } = querySchema.parse(request.query)
    const prefix = locale === 'ko' ? '' : `/${locale}`
    const parsed = orderLinkSchema.safeParse({ orderId: request.params.orderId, token: link })
    if (!parsed.success) return reply.redirect(`${prefix}/orders/find?link=old`, 303)
    const { cookie } = request.headers
    const visitorHash = readVisitorHash(cookie)
    const owner = visitorHash === null ? null : { userId: null, visitorHash }
    const access = await findOrderAccess(api.db, { ...parsed.data, owner, now: new Date() })
    if (access?.byLink) {
      const secure = api.env.WEB_URL.startsWith('https:')
      giveOrderLink(reply, readOrderLinks(cookie), { ...parsed.data, secure })
    }
    return reply.redirect(access ? `${prefix}/orders/${parsed.data.orderId}` : `${prefix}/orders/find?link=old`, 303)
  })
}
