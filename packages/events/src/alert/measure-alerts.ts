import type { Measurements } from '@makegood/core/alert/alert-rules'
import { measureShop } from '@makegood/db/alert/measure-shop'
import type { Deps } from '../saga/deps.ts'

type MeasureDeps = Pick<Deps, 'db' | 'alerts'> & { readonly engineQueue: () => Promise<number | null> }

/** What the alerts go by, as it is now. An engine that says nothing lets events wait in the outbox, which then says how much. */
export const measureAlerts = async ({ db, alerts, engineQueue }: MeasureDeps): Promise<Measurements> => {
  const { outboxUnsent, ...measured } = await measureShop(db, alerts)
  return { ...measured, queue: Math.max(outboxUnsent, (await engineQueue()) ?? 0) }
}
