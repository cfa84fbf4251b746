import { attentionNowSchema } from '@makegood/core/today/views'
import { readAttention } from '@makegood/db/today/read-attention'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** What needs somebody now: orders that do not go by themselves, the first problems, money and stock that are held. */
export const getAttention = operatorProcedure('order.read')
  .input(z.void())
  .output(attentionNowSchema)
  .query(({ ctx }) => readAttention(ctx.api.db, ctx.user, ctx.api.policy.pauseReminderSeconds))
