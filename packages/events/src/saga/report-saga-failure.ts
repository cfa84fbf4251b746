import { endSaga } from '@makegood/db/saga/end-saga'
import { openIncident } from '@makegood/db/saga/open-incident'
import type { Deps } from './deps.ts'

type FailureEvent = {
  readonly data: {
    readonly error: { readonly message?: string }
    readonly event: { readonly data: Record<string, string> }
  }
}

/**
 * The last net under a saga: where its function itself fails for good (a defect, not a refusal), the order is put in front
 * of a person instead of standing still unseen.
 */
export const reportSagaFailure =
  (deps: Deps, sagaIdOf: (data: Record<string, string>) => string) =>
  async ({ event }: { readonly event: unknown }): Promise<void> => {
    const { error, event: trigger } = (event as FailureEvent).data
    const sagaId = sagaIdOf(trigger.data)
    const orderId = trigger.data.orderId ?? ''
    deps.logger.error({ sagaId, orderId, error: error.message }, 'a saga failed for good')
    await openIncident(deps.db, {
      orderId,
      sagaId,
      stepId: 'saga',
      kind: 'saga-failed',
      detail: error.message ?? 'unknown',
    })
    await endSaga(deps.db, sagaId, 'NEEDS_ATTENTION')
  }
