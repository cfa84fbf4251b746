import { describeSettings, settingsViewSchema } from '@makegood/core/settings/views'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Every policy value and alert threshold of this api; they are set by its environment and read only here. */
export const listSettings = operatorProcedure('settings.read')
  .input(z.void())
  .output(settingsViewSchema)
  .query(({ ctx }) => ({ settings: describeSettings(ctx.api.env) }))
