import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDeps, immediateSteps } from '../testing/test-deps.ts'
import type { Deps } from './deps.ts'
import { createSagaRun } from './run-saga.ts'
import { runStep } from './run-step.ts'
import type { SagaStep } from './step-types.ts'
import { undoStep } from './undo-step.ts'

type Database = Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const newSaga = async (name: string) => {
  const { orderId } = await placeTestOrder(database.db)
  return { saga: { id: `${name}:${orderId}`, name, orderId, correlationId: 'cor_test' }, data: {} }
}

const stepRow = (sagaId: string, stepId: string) =>
  database.db.sagaStep.findUniqueOrThrow({ where: { sagaId_stepId: { sagaId, stepId } } })

const addOne = (orderId: string): SagaStep<object> => ({
  id: 'add-one',
  kind: 'undoable',
  reach: 'local',
  run: async tx => {
    await tx.$executeRaw`update "order" set address2 = address2 || 'x' where id = ${orderId}`
    return { outcome: 'done', result: { added: 1 } }
  },
  undo: async tx => {
    await tx.$executeRaw`update "order" set address2 = substr(address2, 2) where id = ${orderId}`
  },
})

const effects = async (orderId: string) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).address2.length

test('a local step that runs ten times at once has its effect once and gives every run the same result', async () => {
  const input = await newSaga('once')
  const step = addOne(input.saga.orderId)
  const results = await Promise.all(Array.from({ length: 10 }, () => runStep(deps, step, input, 1)))
  expect(await effects(input.saga.orderId)).toBe(1)
  expect(results).toEqual(results.map(() => ({ status: 'DONE', result: { added: 1 } })))
})

test('a local step that throws after acting leaves no effect, and its attempt and error are on record', async () => {
  const input = await newSaga('throws')
  const step = addOne(input.saga.orderId)
  const broken: SagaStep<object> = {
    ...step,
    id: 'broken',
    kind: 'pivot',
    reach: 'local',
    undo: undefined as never,
    run: async (tx, stepInput) => {
      if (step.reach === 'local') await step.run(tx, stepInput)
      throw new Error('broke after acting')
    },
  }
  await expect(runStep(deps, broken, input, 1)).rejects.toThrow('broke after acting')
  await expect(runStep(deps, broken, input, 1)).rejects.toThrow('broke after acting')
  expect(await effects(input.saga.orderId)).toBe(0)
  expect(await stepRow(input.saga.id, 'broken')).toMatchObject({
    status: 'FAILED',
    attempts: 2,
    error: 'broke after acting',
  })
})

test('a refusal is recorded, not retried, and the steps before it are undone in reverse', async () => {
  const input = await newSaga('refused')
  const undone: string[] = []
  const acted = (id: string): SagaStep<object> => ({
    id,
    kind: 'undoable',
    reach: 'local',
    run: async () => ({ outcome: 'done' }),
    undo: async () => {
      undone.push(id)
    },
  })
  let asked = 0
  const refusing: SagaStep<object> = {
    id: 'refusing',
    kind: 'undoable',
    reach: 'local',
    run: async () => {
      asked += 1
      return { outcome: 'refused', result: { reason: 'card-declined' } }
    },
    undo: async () => {
      undone.push('refusing')
    },
  }
  const run = createSagaRun(deps, { step: immediateSteps(5), attempt: 0 }, input.saga, input.data)
  const result = await run.forward([acted('first'), acted('second'), refusing])
  expect(result).toEqual({ ok: false, refusal: { reason: 'card-declined' } })
  expect(await run.unwind()).toEqual({ undone: true })
  expect({ asked, undone }).toEqual({ asked: 1, undone: ['second', 'first'] })
})

test('an undo that fails for good does not stop the others and puts the order in front of a person', async () => {
  const input = await newSaga('undo-fails')
  const undone: string[] = []
  const step = (id: string, undo: () => Promise<void>): SagaStep<object> => ({
    id,
    kind: 'undoable',
    reach: 'local',
    run: async () => ({ outcome: 'done' }),
    undo,
  })
  const run = createSagaRun(deps, { step: immediateSteps(3), attempt: 0 }, input.saga, input.data)
  await run.forward([
    step('first', async () => {
      undone.push('first')
    }),
    step('second', () => Promise.reject(new Error('the gateway is away'))),
  ])
  expect(await run.unwind()).toEqual({ undone: false })
  expect(undone).toEqual(['first'])
  expect(await stepRow(input.saga.id, 'second')).toMatchObject({
    undoStatus: 'FAILED',
    undoAttempts: 3,
    undoError: 'the gateway is away',
  })
  const incidents = await database.db.incident.findMany({ where: { orderId: input.saga.orderId } })
  expect(incidents).toMatchObject([{ kind: 'undo-failed', stepId: 'undo:second', resolvedAt: null }])
  const order = await database.db.order.findUniqueOrThrow({ where: { id: input.saga.orderId } })
  expect(order.needsAttention).toBe(true)
})

test('an outside call carries one key on every attempt, and its intent is on record before it is made', async () => {
  const input = await newSaga('outside')
  const seen: { key: string; status: string }[] = []
  const step: SagaStep<object> = {
    id: 'call',
    kind: 'undoable',
    reach: 'outside',
    prepare: async () => ({ ready: 'letter' }),
    call: async (_ready, key) => {
      seen.push({ key, status: (await stepRow(input.saga.id, 'call')).status })
      if (seen.length < 3) throw new Error('no answer')
      return { outcome: 'done', result: { ref: 'ch_1' } }
    },
    record: async () => undefined,
    undo: async () => async () => undefined,
  }
  const run = createSagaRun(deps, { step: immediateSteps(5), attempt: 0 }, input.saga, input.data)
  expect(await run.forward([step])).toEqual({ ok: true })
  expect(seen).toEqual(Array.from({ length: 3 }, () => ({ key: `${input.saga.id}:call`, status: 'STARTED' })))
  expect(await stepRow(input.saga.id, 'call')).toMatchObject({
    status: 'DONE',
    attempts: 3,
    error: null,
    result: { ref: 'ch_1' },
  })
})

test('a step is undone once however often its undo runs, and a step that never began is left alone', async () => {
  const input = await newSaga('undo-once')
  const step = addOne(input.saga.orderId)
  await undoStep(deps, step, input)
  expect(await effects(input.saga.orderId)).toBe(0)
  await runStep(deps, step, input, 1)
  await Promise.all(Array.from({ length: 5 }, () => undoStep(deps, step, input)))
  expect(await effects(input.saga.orderId)).toBe(0)
  expect(await stepRow(input.saga.id, 'add-one')).toMatchObject({ undoStatus: 'DONE', undoAttempts: 1 })
})
