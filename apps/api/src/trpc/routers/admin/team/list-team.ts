import { teamSchema } from '@makegood/core/team/views'
import { listTeam as read } from '@makegood/db/team/list-team'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Who works here, and who is invited. */
export const listTeam = operatorProcedure('team.read')
  .input(z.undefined())
  .output(teamSchema)
  .query(({ ctx }) => read(ctx.api.db))
