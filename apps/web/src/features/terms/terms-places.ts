/** The pages of what the shop promises, and where they are. */
export const termsPlaces = [
  { id: 'delivery', path: '/delivery-and-returns' },
  { id: 'conditions', path: '/terms' },
  { id: 'privacy', path: '/privacy' },
] as const

export type TermsPlace = (typeof termsPlaces)[number]['id']
