/** In which orders the list can stand. */
export const listSorts = ['featured', 'new', 'best', 'price-up', 'price-down'] as const
export type ListSort = (typeof listSorts)[number]

/** The last page that can be asked for, and the most kinds at once. */
export const listPagesMax = 1000
export const listCategoriesMax = 20

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const slugCharactersMax = 80
export const priceMinorPattern = /^\d{1,12}$/
