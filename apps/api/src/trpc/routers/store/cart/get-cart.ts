import { getCartInput } from '@makegood/core/cart/inputs'
import { cartViewSchema } from '@makegood/core/cart/views'
import { emptyCart, getCart as readCart } from '@makegood/db/cart/get-cart'
import { publicProcedure } from '../../../trpc.ts'

/** The caller's own cart; there is no input that could name another. */
export const getCart = publicProcedure
  .input(getCartInput)
  .output(cartViewSchema)
  .query(async ({ ctx, input }) => {
    const owner = await ctx.readOwner()
    return owner ? readCart(ctx.api.db, { owner, locale: input.locale }) : emptyCart
  })
