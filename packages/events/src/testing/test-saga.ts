import type { Db, Tx } from '@makegood/db/client'
import type { SagaRef } from '@makegood/db/saga/saga-ref'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import type { SagaStartEvent } from '../saga/run-saga.ts'
import type { SagaDefinition } from '../saga/saga-definition.ts'
import type { LocalStep, OutsideStep, SagaStep, StepInput, StepOutcome, WaitStep } from '../saga/step-types.ts'

export type TestData = { readonly orderId: string }
export type TestSaga = {
  readonly orderId: string
  readonly saga: SagaRef
  /** How its first run is started. */
  readonly start: SagaStartEvent
  readonly input: StepInput<TestData>
}

/** A saga that has begun and shown no step yet: its row was written with the event of a placed order. */
export const beginTestSaga = async (db: Db): Promise<TestSaga> => {
  const { orderId } = await placeTestOrder(db)
  const id = `reserve-order:${orderId}`
  const saga = { id, name: 'reserve-order', orderId, correlationId: 'cor_test', generation: 1, leaseSeconds: 30 }
  const data = { orderId }
  return {
    orderId,
    saga,
    start: { input: data, correlationId: 'cor_test', generation: 1 },
    input: { saga, data, results: {} },
  }
}

/** Asks for the order of a saga to be cancelled, in whatever state it is. */
export const askToCancel = async (db: Db, orderId: string): Promise<void> => {
  await db.cancellation.create({
    data: {
      id: `can_${orderId}`,
      orderId,
      fromStatus: 'PENDING',
      status: 'REQUESTED',
      reason: 'asked',
      mover: 'shopper',
    },
  })
  await db.order.update({ where: { id: orderId }, data: { cancelling: true } })
}

/** A saga of these steps, started as `beginTestSaga` starts it. */
export const testSagaOf = (
  forward: readonly SagaStep<TestData>[],
  changes: Partial<SagaDefinition<TestData>> = {},
): SagaDefinition<TestData> => ({
  name: 'reserve-order',
  startedBy: 'order/created',
  forward,
  settle: () => [],
  stopsOnCancel: false,
  ...changes,
})

/** Notes something on the order, in the caller's transaction: what is rolled back is not on it. */
export const note = async (tx: Tx, { data }: StepInput<TestData>, what: string): Promise<void> => {
  await tx.$executeRaw`update "order" set address2 = address2 || ${`${what} `}::text where id = ${data.orderId}`
}

/** What was noted on the order, oldest first. */
export const notesOf = async (db: Db, orderId: string): Promise<readonly string[]> => {
  const { address2 } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  return address2.split(' ').filter(Boolean)
}

type Undoable = Extract<LocalStep<TestData>, { readonly kind: 'undoable' }>
type Onward = Extract<LocalStep<TestData>, { readonly kind: 'pivot' | 'forward-only' }>

/** A step that notes its id, and whose undo notes that. */
export const undoable = (id: string, changes: Partial<Pick<Undoable, 'run' | 'undo' | 'skip'>> = {}): Undoable => ({
  id,
  kind: 'undoable',
  reach: 'local',
  async run(tx, input) {
    await note(tx, input, id)
    return { outcome: 'done', result: { by: id } }
  },
  undo: (tx, input) => note(tx, input, `undo-${id}`),
  ...changes,
})

/** A step without a way back that notes its id. */
export const onward = (
  id: string,
  kind: Onward['kind'] = 'forward-only',
  changes: Partial<Pick<Onward, 'run'>> = {},
): Onward => ({
  id,
  kind,
  reach: 'local',
  async run(tx, input) {
    await note(tx, input, id)
    return { outcome: 'done' }
  },
  ...changes,
})

/** A step that always fails, after it has noted its id. */
export const failing = (id: string, kind?: Onward['kind']): Onward =>
  onward(id, kind, {
    async run(tx, input) {
      await note(tx, input, id)
      throw new Error(`${id} is broken`)
    },
  })

export const refused = (reason: string): StepOutcome => ({ outcome: 'refused', result: { reason } })

/** A step that says no. */
export const refusing = (id: string, reason = 'no-more', kind?: Onward['kind']): Onward =>
  onward(id, kind, { run: async () => refused(reason) })

type Outside = Extract<OutsideStep<TestData>, { readonly kind: 'undoable' }>

/** A step with an outside call, which notes its outcome and its undo. */
export const outside = (
  id: string,
  call: Outside['call'],
  changes: Partial<Pick<Outside, 'prepare' | 'undo'>> = {},
): Outside => ({
  id,
  kind: 'undoable',
  reach: 'outside',
  prepare: async () => ({ ready: `letter of ${id}` }),
  call,
  record: (tx, input, { outcome }) => note(tx, input, `${id}-${outcome}`),
  undo: async input => tx => note(tx, input, `undo-${id}`),
  ...changes,
})

/** A step that waits, at most a minute by default, and notes its outcome. */
export const waiting = (id: string, look: WaitStep<TestData>['look'], waitSeconds = 60): WaitStep<TestData> => ({
  id,
  kind: 'forward-only',
  reach: 'wait',
  wakeOn: 'stock/reserved',
  match: 'orderId',
  waitSeconds,
  look,
  record: (tx, input, { outcome }) => note(tx, input, `${id}-${outcome}`),
})
