import { cartLineInput } from '@makegood/core/cart/inputs'
import { cartViewSchema } from '@makegood/core/cart/views'
import { DomainError } from '@makegood/core/errors'
import { changeCartLine as changeLine } from '@makegood/db/cart/change-cart-line'
import { getCart } from '@makegood/db/cart/get-cart'
import { cartProcedure } from '../../../trpc.ts'

/** Sets the quantity of a line of the caller's own cart. */
export const changeCartLine = cartProcedure
  .input(cartLineInput)
  .output(cartViewSchema)
  .mutation(async ({ ctx, input: { locale, variantId, quantity } }) => {
    const owner = await ctx.readOwner()
    if (!owner) throw new DomainError('not-found', 'a guest without a cart has no line')
    await changeLine(ctx.api.db, { owner, variantId, quantity, limits: ctx.api.policy })
    return getCart(ctx.api.db, { owner, locale })
  })
