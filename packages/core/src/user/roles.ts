export const roles = ['shopper', 'support', 'finance', 'operations', 'admin'] as const
export type Role = (typeof roles)[number]

/** Operators may open the console; a shopper never may. */
export const isOperator = (role: Role): boolean => role !== 'shopper'
