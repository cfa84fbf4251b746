import type { Currency } from './money.ts'

/** The currency in which the shop's figures are added up. */
export const shopCurrency: Currency = 'KRW'
