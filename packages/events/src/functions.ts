import type { Inngest, InngestFunction } from 'inngest'
import { evaluateAlerts } from './jobs/evaluate-alerts.ts'
import { expireApprovals } from './jobs/expire-approvals.ts'
import { reconcileDaily } from './jobs/reconcile-daily.ts'
import { removeOldRows } from './jobs/remove-old-rows.ts'
import { repairCampaignsInRedis } from './jobs/repair-campaigns.ts'
import { resumeStalledSagas } from './jobs/resume-stalled-sagas.ts'
import { rollUpSales } from './jobs/roll-up-sales.ts'
import { sendDataDeliveries } from './jobs/send-data-deliveries.ts'
import { sendWaitingNotifications } from './jobs/send-waiting-notifications.ts'
import { tellRestockedRequests } from './jobs/tell-restocked.ts'
import { tellWebhooksAgain } from './jobs/tell-webhooks-again.ts'
import { tryIncidentsAgain } from './jobs/try-incidents-again.ts'
import { enforceLimits } from './limits/enforce-limits.ts'
import { enforceMissedLimits } from './limits/enforce-missed-limits.ts'
import { participants as allParticipants } from './participants/participants.ts'
import { createReactionFunction } from './reactions/reaction.ts'
import { reactions } from './reactions/reactions.ts'
import { createSagaFunction } from './saga/create-saga-function.ts'
import type { Deps } from './saga/deps.ts'
import type { Participant } from './saga/participant.ts'
import type { SagaDefinition } from './saga/saga-definition.ts'
import { createSagas } from './sagas/create-sagas.ts'
import { handleWebhooks } from './webhooks/handle-webhooks.ts'

export type ChangeSaga = (saga: SagaDefinition<never>) => SagaDefinition<never>

export type FunctionOptions = {
  readonly participants?: readonly Participant<never>[] | undefined
  readonly changeSaga?: ChangeSaga | undefined
}

/** All functions of the shop, for the serve endpoint. */
export const createFunctions = (
  inngest: Inngest,
  deps: Deps,
  { participants = allParticipants, changeSaga = saga => saga }: FunctionOptions = {},
): InngestFunction.Any[] => [
  ...createSagas(deps, participants).map(saga => createSagaFunction(inngest, deps, changeSaga(saga))),
  ...reactions.map(reaction => createReactionFunction(inngest, deps, reaction)),
  enforceLimits(inngest, deps),
  enforceMissedLimits(inngest, deps),
  resumeStalledSagas(inngest, deps),
  tryIncidentsAgain(inngest, deps),
  repairCampaignsInRedis(inngest, deps),
  removeOldRows(inngest, deps),
  expireApprovals(inngest, deps),
  sendDataDeliveries(inngest, deps),
  sendWaitingNotifications(inngest, deps),
  tellRestockedRequests(inngest, deps),
  tellWebhooksAgain(inngest, deps),
  evaluateAlerts(inngest, deps),
  rollUpSales(inngest, deps),
  reconcileDaily(inngest, deps),
  handleWebhooks(inngest, deps),
]
