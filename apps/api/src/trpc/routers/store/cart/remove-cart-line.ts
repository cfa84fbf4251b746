import { removeCartLineInput } from '@makegood/core/cart/inputs'
import { cartViewSchema } from '@makegood/core/cart/views'
import { emptyCart, getCart } from '@makegood/db/cart/get-cart'
import { removeCartLine as removeLine } from '@makegood/db/cart/remove-cart-line'
import { cartProcedure } from '../../../trpc.ts'

/** Takes a line out of the caller's own cart; a second time changes nothing. */
export const removeCartLine = cartProcedure
  .input(removeCartLineInput)
  .output(cartViewSchema)
  .mutation(async ({ ctx, input: { locale, variantId } }) => {
    const owner = await ctx.readOwner()
    if (!owner) return emptyCart
    await removeLine(ctx.api.db, { owner, variantId })
    return getCart(ctx.api.db, { owner, locale })
  })
