import { endSaga } from '@makegood/db/saga/end-saga'
import { openSagaIncident } from '@makegood/db/saga/open-incident'
import type { Deps } from './deps.ts'
import { readStart, type StartEvent } from './read-start.ts'
import { toRef } from './run-saga.ts'
import type { SagaDefinition } from './saga-definition.ts'

type FailureEvent = {
  readonly data: {
    readonly error: { readonly message?: string }
    readonly event: StartEvent
  }
}

/**
 * The last net under a saga: where its function itself fails for good (a defect, not a refusal), the saga is put in front
 * of a person instead of standing still unseen. The failure of a run that another one has replaced is nobody's business.
 */
export const reportSagaFailure =
  <Data>(deps: Deps, definition: SagaDefinition<Data>) =>
  async ({ event }: { readonly event: unknown }): Promise<void> => {
    const { error, event: trigger } = (event as FailureEvent).data
    const saga = toRef(deps, definition, readStart(trigger))
    const detail = error.message ?? 'unknown'
    deps.logger.error({ sagaId: saga.id, orderId: saga.orderId, error: detail }, 'a saga failed for good')
    await openSagaIncident(deps.db, saga, { stepId: 'saga', kind: 'saga-failed', detail })
    await endSaga(deps.db, saga, 'NEEDS_ATTENTION')
  }
