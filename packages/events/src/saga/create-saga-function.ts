import type { Inngest } from 'inngest'
import { shopEvent } from '../event-types.ts'
import type { Deps } from './deps.ts'
import { readStart, type StartEvent } from './read-start.ts'
import { reportSagaFailure } from './report-saga-failure.ts'
import { toRetries } from './retry-schedule.ts'
import { runSaga } from './run-saga.ts'
import type { SagaDefinition } from './saga-definition.ts'
import type { Engine } from './step-runner.ts'

/** The Inngest function of a saga: begun by its event, and again by `saga/resumed`. */
export const createSagaFunction = <Data>(inngest: Inngest, deps: Deps, definition: SagaDefinition<Data>) =>
  inngest.createFunction(
    {
      id: definition.name,
      triggers: [
        shopEvent(definition.startedBy),
        { event: 'saga/resumed', if: `event.data.name == '${definition.name}'` },
      ],
      retries: toRetries(deps.policy.stepAttempts),
      onFailure: reportSagaFailure(deps, definition),
    },
    ({ event, step, attempt }) =>
      runSaga(deps, definition, readStart(event as StartEvent), { step: step as Engine['step'], attempt }),
  )
