import { toWireDeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { deliveryTermsSchema } from '@makegood/core/delivery/delivery-terms-schema'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** What delivery costs and how long it takes, so that a page can say both before anything is ordered. */
export const getDeliveryTerms = publicProcedure
  .input(z.undefined())
  .output(deliveryTermsSchema)
  .query(({ ctx }) => toWireDeliveryTerms(ctx.api.policy.delivery))
