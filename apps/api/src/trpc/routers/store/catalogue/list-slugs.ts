import { listSlugsInput } from '@makegood/core/catalogue/inputs'
import { listSlugs as readSlugs } from '@makegood/db/catalogue/list-slugs'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** The addresses of everything that is for sale, for those who read the shop as a whole. */
export const listSlugs = publicProcedure
  .input(listSlugsInput)
  .output(z.object({ slugs: z.array(z.string()) }))
  .query(async ({ ctx, input: { after, limit } }) => ({
    slugs: [...(await readSlugs(ctx.api.db, { after: after ?? null, limit }))],
  }))
