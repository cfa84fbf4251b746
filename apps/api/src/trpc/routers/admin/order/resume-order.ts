import { resumeOrderInput } from '@makegood/core/order/order-act-inputs'
import { resumeOrder as resume } from '@makegood/db/order/resume-order'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Lets a paused order go on at once. */
export const resumeOrder = operatorProcedure('order.pause')
  .input(resumeOrderInput)
  .output(z.object({ resumed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { db, policy, outbox } = ctx.api
    await resume(db, { ...input, operatorId: ctx.user.id, leaseSeconds: policy.sagaLeaseSeconds })
    outbox.nudge()
    return { resumed: true }
  })
