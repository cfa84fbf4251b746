import { router } from '../../../trpc.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { getRules } from './get-rules.ts'
import { listAlerts } from './list-alerts.ts'

export const alertRouter = router({ list: listAlerts, rules: getRules, acknowledge: acknowledgeAlert })
