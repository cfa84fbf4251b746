import { countOpenAlerts } from '@makegood/db/alert/count-open-alerts'
import type { Watch } from '../watch.ts'

export const watchAlerts: Watch = gauge => {
  const open = gauge('alert_open', '1 while an alert of this rule is open in the console.', ['rule'])
  return async db => {
    for (const [rule, value] of Object.entries(await countOpenAlerts(db))) open.set({ rule }, value)
  }
}
