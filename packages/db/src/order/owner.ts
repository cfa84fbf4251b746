/** Whose a cart or an order is: the signed-in user's, or the guest's who holds the visitor cookie (only its hash is known). */
export type Owner = { readonly userId: string | null; readonly visitorHash: string | null }

/** Refuses an owner who is nobody, so that an empty cookie can never match a row without one. */
export const assertOwner = (owner: Owner): void => {
  if (!owner.userId && !owner.visitorHash) throw new Error('an owner must be a user or a visitor')
}
