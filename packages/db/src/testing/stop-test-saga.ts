import { newId } from '@makegood/core/ids'
import type { RepairedSaga } from '@makegood/core/saga/decide-repair'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Db } from '../client.ts'
import { type IncidentKind, openIncident } from '../saga/open-incident.ts'

export type StoppedSaga = {
  readonly name?: SagaName
  readonly orderId: string | null
  readonly input?: Readonly<Record<string, string>>
  readonly direction?: RepairedSaga['direction']
  readonly steps: readonly (Partial<RepairedSaga['steps'][number]> & {
    readonly stepId: string
    readonly result?: Readonly<Record<string, string>>
  })[]
  readonly kind?: IncidentKind
  /** The step that the incident names. */
  readonly at: string
}

/** A saga that stopped and waits for a person, with its recorded steps and its incident, as the runner leaves them. */
export const stopTestSaga = async (
  db: Db,
  { name = 'pay-order', orderId, input = {}, direction = 'FORWARD', steps, kind = 'step-failed', at }: StoppedSaga,
): Promise<{ readonly sagaId: string; readonly incidentId: string }> => {
  const sagaId = `${name}:${newId('payment', new Date())}`
  await db.saga.create({
    data: {
      id: sagaId,
      name,
      orderId,
      input,
      status: 'NEEDS_ATTENTION',
      direction,
      ...(direction === 'UNDOING' ? { refusal: { reason: 'step-failed', step: at } } : {}),
      correlationId: 'cor_test',
      endedAt: new Date(),
      steps: {
        create: steps.map(({ stepId, ...step }, index) => ({
          stepId,
          position: index + 1,
          kind: 'undoable',
          status: 'DONE',
          attempts: 1,
          ...step,
        })),
      },
    },
  })
  await openIncident(db, { orderId, sagaId, stepId: at, kind, detail: 'the test stopped it' })
  const incident = await db.incident.findFirstOrThrow({ where: { sagaId, stepId: at } })
  return { sagaId, incidentId: incident.id }
}
