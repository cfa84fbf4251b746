import type { z } from 'zod'
import type { Money } from './money.ts'
import type { wireMoneySchema } from './wire-money-schema.ts'

export type WireMoney = z.infer<typeof wireMoneySchema>

export const toWireMoney = (amount: Money): WireMoney => ({
  amountMinor: amount.amountMinor.toString(),
  currency: amount.currency,
})

export const fromWireMoney = (wire: WireMoney): Money => ({
  amountMinor: BigInt(wire.amountMinor),
  currency: wire.currency,
})
