import type { Inngest, InngestFunction } from 'inngest'
import { resumeStalledSagas } from './jobs/resume-stalled-sagas.ts'
import { enforceLimits } from './limits/enforce-limits.ts'
import { enforceMissedLimits } from './limits/enforce-missed-limits.ts'
import { participants as allParticipants } from './participants/participants.ts'
import { createReactionFunction } from './reactions/reaction.ts'
import { reactions } from './reactions/reactions.ts'
import { createSagaFunction } from './saga/create-saga-function.ts'
import type { Deps } from './saga/deps.ts'
import type { Participant } from './saga/participant.ts'
import { createSagas } from './sagas/create-sagas.ts'
import { handleWebhooks } from './webhooks/handle-webhooks.ts'

/** All functions of the shop, for the serve endpoint. */
export const createFunctions = (
  inngest: Inngest,
  deps: Deps,
  participants: readonly Participant<never>[] = allParticipants,
): InngestFunction.Any[] => [
  ...createSagas(deps, participants).map(saga => createSagaFunction(inngest, deps, saga)),
  ...reactions.map(reaction => createReactionFunction(inngest, deps, reaction)),
  enforceLimits(inngest, deps),
  enforceMissedLimits(inngest, deps),
  resumeStalledSagas(inngest, deps),
  handleWebhooks(inngest, deps),
]
