import { addCartLineInput } from '@makegood/core/cart/inputs'
import { cartViewSchema } from '@makegood/core/cart/views'
import { addCartLine as addLine } from '@makegood/db/cart/add-cart-line'
import { getCart } from '@makegood/db/cart/get-cart'
import { cartProcedure } from '../../../trpc.ts'

/** Adds to the caller's own cart; a guest's first line makes the guest known by a cookie. */
export const addCartLine = cartProcedure
  .input(addCartLineInput)
  .output(cartViewSchema)
  .mutation(async ({ ctx, input: { locale, variantId, quantity, addedAt } }) => {
    const owner = await ctx.makeOwner()
    await addLine(ctx.api.db, {
      owner,
      variantId,
      quantity,
      addedAt: addedAt === undefined ? undefined : new Date(addedAt),
      limits: ctx.api.policy,
    })
    return getCart(ctx.api.db, { owner, locale })
  })
