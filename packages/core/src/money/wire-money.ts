import { z } from 'zod'
import { currencies, type Money } from './money.ts'

/** Money as JSON carries it: the minor units as decimal digits, because JSON has no big integers. */
export const wireMoneySchema = z.object({ amountMinor: z.string().regex(/^-?\d{1,19}$/), currency: z.enum(currencies) })
export type WireMoney = z.infer<typeof wireMoneySchema>

export const toWireMoney = (amount: Money): WireMoney => ({
  amountMinor: amount.amountMinor.toString(),
  currency: amount.currency,
})

export const fromWireMoney = (wire: WireMoney): Money => ({
  amountMinor: BigInt(wire.amountMinor),
  currency: wire.currency,
})
