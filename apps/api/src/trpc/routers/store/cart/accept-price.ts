import { acceptPriceInput } from '@makegood/core/cart/inputs'
import { cartViewSchema } from '@makegood/core/cart/views'
import { acceptPrice as noteSeen } from '@makegood/db/cart/accept-price'
import { emptyCart, getCart } from '@makegood/db/cart/get-cart'
import { cartProcedure } from '../../../trpc.ts'

/** Takes note of what a line of the caller's own cart costs now; a price that changed again meanwhile is said again. */
export const acceptPrice = cartProcedure
  .input(acceptPriceInput)
  .output(cartViewSchema)
  .mutation(async ({ ctx, input: { locale, variantId, unitPrice } }) => {
    const owner = await ctx.readOwner()
    if (!owner) return emptyCart
    await noteSeen(ctx.api.db, { owner, variantId, priceMinor: BigInt(unitPrice.amountMinor) })
    return getCart(ctx.api.db, { owner, locale })
  })
