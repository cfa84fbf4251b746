import type { Locale } from '@makegood/core/locale'
import type { useTRPCClient } from '@/lib/trpc/context'
import { shopCodeOf } from '../../lib/trpc/shop-code'

type Line = { readonly variantId: string; readonly quantity: number }

/** Puts what an order was of back into the cart; false where the shop no longer sells it. */
export const putLineBack = async (
  caller: ReturnType<typeof useTRPCClient>,
  { variantId, quantity }: Line,
  locale: Locale,
): Promise<boolean> => {
  try {
    await caller.store.cart.addLine.mutate({ locale, variantId, quantity })
    return true
  } catch (error) {
    const code = shopCodeOf(error)
    if (code === 'not-found' || code === 'variant-unavailable') return false
    throw error
  }
}
