/** The colours that the list is filtered by; a product has the one that it is seen as first. */
export const productColours = ['white', 'celadon', 'blue', 'ink', 'brown', 'red', 'grey', 'wood'] as const
export type ProductColour = (typeof productColours)[number]
