import { evaluateAlerts } from '@makegood/core/alert/alert-rules'
import { type SettledAlerts, settleAlerts } from '@makegood/db/alert/settle-alerts'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'
import { measureAlerts } from './measure-alerts.ts'

type AlertDeps = Pick<Deps, 'db' | 'alerts' | 'engineQueue' | 'logger'>

/** Measures the shop, opens and closes alerts by the rules, and writes down which mails that owes. */
export const evaluateShopAlerts = async (deps: AlertDeps): Promise<SettledAlerts> => {
  const measured = await measureAlerts({ ...deps, engineQueue: () => engineQueueOf(deps) })
  const settled = await settleAlerts(deps.db, evaluateAlerts(measured, deps.alerts), deps.alerts.mailTo)
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
