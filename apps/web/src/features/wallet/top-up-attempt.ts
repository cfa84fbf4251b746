import { newId } from '@makegood/core/ids'
import { z } from 'zod'
import { readKept, sessionStore } from '../../lib/session-store'

const key = 'makegood.top-up'
const keptSchema = z.object({ topUpId: z.string(), amountMinor: z.string(), paymentMethod: z.string() })
type Kept = z.infer<typeof keptSchema>

/**
 * The request for this amount: kept until the top-up has ended, so that a press after a lost answer sends the very same one
 * and the card is charged once. Another amount is another top-up; the card's token is made once for each.
 */
export const keptTopUp = (amountMinor: string, store: Pick<Storage, 'getItem'> = sessionStore()): Kept | null => {
  const kept = keptSchema.safeParse(readKept(store, key))
  return kept.success && kept.data.amountMinor === amountMinor ? kept.data : null
}

export const keepTopUp = (
  request: Pick<Kept, 'amountMinor' | 'paymentMethod'>,
  store: Pick<Storage, 'setItem'> = sessionStore(),
): Kept => {
  const kept = { ...request, topUpId: newId('topUp', new Date()) }
  store.setItem(key, JSON.stringify(kept))
  return kept
}

export const forgetTopUpId = (store: Pick<Storage, 'removeItem'> = sessionStore()): void => store.removeItem(key)
