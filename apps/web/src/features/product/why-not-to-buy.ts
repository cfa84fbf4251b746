/** What keeps an option from being bought: sold out for now, sold for good where there was only this one, or all of it is in the cart. */
export type WhyNot = 'sold-out' | 'sold-for-good' | 'all-in-cart'

/** Why an option cannot be put into the cart, and null where it can. What was mended has no second one like it. */
export const whyNotToBuy = (available: number, leftToAdd: number, mended: boolean): WhyNot | null => {
  if (available <= 0) return mended ? 'sold-for-good' : 'sold-out'
  return leftToAdd <= 0 ? 'all-in-cart' : null
}
