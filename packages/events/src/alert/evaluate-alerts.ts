import { evaluateAlerts } from '@makegood/core/alert/alert-rules'
import { measureShop } from '@makegood/db/alert/measure-shop'
import { type SettledAlerts, settleAlerts } from '@makegood/db/alert/settle-alerts'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'

type AlertDeps = Pick<Deps, 'db' | 'alerts' | 'engineQueue' | 'logger'>

/** Measures the shop, opens and closes alerts by the rules, and writes down which mails that owes. */
export const evaluateShopAlerts = async (deps: AlertDeps): Promise<SettledAlerts> => {
  const { outboxUnsent, ...measured } = await measureShop(deps.db, deps.alerts)
  const due = await engineQueueOf(deps)
  // An engine that is away or says nothing lets events wait in the outbox, which then says how much.
  const queue = Math.max(outboxUnsent, due ?? 0)
  const settled = await settleAlerts(deps.db, evaluateAlerts({ ...measured, queue }, deps.alerts), deps.alerts.mailTo)
  if (settled.opened + settled.closed > 0) deps.logger.warn(settled, 'alerts were opened or closed')
  return settled
}

const engineQueueOf = async ({ engineQueue, logger }: AlertDeps): Promise<number | null> => {
  try {
    return await engineQueue()
  } catch (error) {
    logger.warn({ error: messageOf(error) }, 'the engine does not say how much waits')
    return null
  }
}
