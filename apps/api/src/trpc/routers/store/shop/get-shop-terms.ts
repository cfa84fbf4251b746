import { shopTermsSchema, toShopTerms } from '@makegood/core/terms/shop-terms'
import { z } from 'zod'
import { sessionSeconds } from '../../../../auth/create-auth.ts'
import { visitorCookieSeconds } from '../../../../http/visitor-cookie.ts'
import { orderLinkCookieSeconds } from '../../../../order-links/order-links-cookie.ts'
import { publicProcedure } from '../../../trpc.ts'

/** What the shop promises, in figures, so that its pages say what it really does. */
export const getShopTerms = publicProcedure
  .input(z.undefined())
  .output(shopTermsSchema)
  .query(({ ctx }) =>
    toShopTerms(ctx.api.policy, {
      visitorCookie: visitorCookieSeconds,
      orderLinkCookie: orderLinkCookieSeconds,
      session: sessionSeconds,
    }),
  )
