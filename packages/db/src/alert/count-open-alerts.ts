import { type AlertRuleId, alertRuleIds } from '@makegood/core/alert/alert-rules'
import type { Tx } from '../client.ts'

/** Whether an alert of each rule is open: 1 or 0, every rule named. */
export const countOpenAlerts = async (db: Tx): Promise<Readonly<Record<AlertRuleId, number>>> => {
  const rows = await db.$queryRaw<{ rule: AlertRuleId }[]>`select rule from alert where closed_at is null`
  const open = new Set(rows.map(({ rule }) => rule))
  return Object.fromEntries(alertRuleIds.map(id => [id, open.has(id) ? 1 : 0])) as Record<AlertRuleId, number>
}
