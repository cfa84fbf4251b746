import { attentionNowSchema } from '@makegood/core/today/views'
import { readAttention } from '@makegood/db/today/read-attention'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** What needs somebody now: sagas that do not go by themselves, the oldest problem, money and stock that are held. */
export const getAttention = operatorProcedure('order.read')
  .input(z.void())
  .output(attentionNowSchema)
  .query(({ ctx }) => readAttention(ctx.api.db))
