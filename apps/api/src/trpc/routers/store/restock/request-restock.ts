import { DomainError } from '@makegood/core/errors'
import { requestRestockInput } from '@makegood/core/restock/inputs'
import { requestRestock as keepRequest } from '@makegood/db/restock/request-restock'
import { z } from 'zod'
import { restockProcedure } from '../../../trpc.ts'

/**
 * Keeps that somebody wants to be told when an option is back. Whether it was kept already is not told; calls are counted
 * for the caller and, since a guest may name any address, for the address that is named.
 */
export const requestRestock = restockProcedure
  .input(requestRestockInput)
  .output(z.object({ kept: z.literal(true) }))
  .mutation(async ({ ctx, input: { locale, variantId, email: named } }) => {
    const user = await ctx.readUser()
    const email = user?.email ?? named
    if (email === undefined)
      throw new DomainError('invalid-input', 'a guest says where to write', { fields: ['email'] })
    await ctx.api.limits.consume('restock', [{ width: 'own', key: `mail:${email}` }])
    await keepRequest(ctx.api.db, { variantId, userId: user?.id ?? null, email, locale })
    return { kept: true as const }
  })
