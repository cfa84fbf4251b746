import { z } from 'zod'
import { currencies } from './money.ts'

/** Money as JSON carries it: the minor units as decimal digits, because JSON has no big integers. */
export const wireMoneySchema = z.object({ amountMinor: z.string().regex(/^-?\d{1,19}$/), currency: z.enum(currencies) })
