import { policySchema, toPolicy } from '@makegood/core/policy'
import { sagaStarts } from '@makegood/core/saga/saga-starts'
import { checkInvariants, countUnfinished } from '@makegood/db/invariants/check-invariants'
import { type ResumableSaga, resumeSaga } from '@makegood/db/saga/resume-saga'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findOrderOf } from '../../simulation/judging/find-order-of.ts'
import { type Cell, findUncoveredSteps, stepCells } from '../../test/failure-matrix/cells.ts'
import type { FaultPlans } from '../../test/failure-matrix/faults.ts'
import { withFaults } from '../../test/failure-matrix/with-faults.ts'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'

const policy = { POLICY_STEP_ATTEMPTS: '2', POLICY_HOLD_FROM_MINOR: '0' }
const toOnePolicy = () => toPolicy(policySchema.parse(policy))
const plans: FaultPlans = new Map()
const waitMs = { timeout: 60_000, interval: 25 }
let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand({ policy, changeSaga: saga => withFaults(saga, plans) })
}, 60_000)
afterAll(() => stand.stop())

const endedSaga = (sagaId: string) =>
  vi.waitFor(async () => {
    const saga = await stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } })
    expect(saga.status).not.toBe('RUNNING')
    return saga
  }, waitMs)

const openIncidents = (sagaId: string) => stand.db.incident.findMany({ where: { sagaId, resolvedAt: null } })

/** The event that began the saga comes a second time, as another one. */
const sendAgain = async (sagaId: string): Promise<void> => {
  const { name, input, correlationId } = await vi.waitFor(
    () => stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } }),
    waitMs,
  )
  const event = Object.entries(sagaStarts).find(([, start]) => start.saga === name)?.[0] ?? ''
  await stand.inngest.send({ name: event, data: { ...(input as object), correlationId } })
}

/** Lets the saga of this field show its fault, and answers how it ended by itself. */
const runCell = async ({ scenario, step, fault }: Cell) => {
  const arm = (sagaId: string) => void plans.set(sagaId, { step, fault, shown: 0, healed: false })
  const fail = (sagaId: string, failing: string) =>
    void plans.set(sagaId, { step: failing, fault: 'throws-always', shown: 0, healed: false })
  const sagaId = await scenario.run(stand, arm, fail)
  if (fault === 'event-twice') await sendAgain(sagaId)
  return await endedSaga(sagaId)
}

const heal = async (sagaId: string): Promise<void> => {
  const plan = plans.get(sagaId)
  if (plan) plan.healed = true
  // What an operator's "retry" does; one undo may have failed beside another.
  await vi.waitFor(async () => {
    const saga = await endedSaga(sagaId)
    if (saga.status === 'NEEDS_ATTENTION')
      await resumeSaga(stand.db, saga as unknown as ResumableSaga, 'NEEDS_ATTENTION', 30)
    stand.outbox.nudge()
    expect((await endedSaga(sagaId)).status).not.toBe('NEEDS_ATTENTION')
  }, waitMs)
}

const cells = stepCells(toOnePolicy())

test('every step of every saga is in the matrix', () => {
  expect(findUncoveredSteps(toOnePolicy())).toEqual([])
})

describe.concurrent('whatever fails, the saga ends as it must, with an incident exactly where one is due', () => {
  test.for(cells.map(cell => [cell.scenario.saga, cell.scenario.name, cell.step, cell.fault, cell] as const))(
    '%s, %s: %s %s',
    { timeout: 120_000 },
    async ([, , , , cell], { expect: check }) => {
      const saga = await runCell(cell)
      const { shown } = plans.get(saga.id) ?? { shown: 0 }
      check({ ended: saga.status, faulty: cell.fault === 'event-twice' || shown > 0 }).toEqual({
        ended: cell.ends,
        faulty: true,
      })
      const incidents = await openIncidents(saga.id)
      check(incidents.length > 0).toBe(cell.ends === 'NEEDS_ATTENTION')
      if (cell.ends === 'NEEDS_ATTENTION') await heal(saga.id)
      check(await openIncidents(saga.id)).toEqual([])
      check(await breachesOf(saga)).toEqual([])
    },
  )
})

/** What is broken of this saga's own order or top-up once nothing of it is under way; the fields beside it are at work. */
const breachesOf = async ({ id, orderId }: { readonly id: string; readonly orderId: string | null }) => {
  if (orderId !== null) {
    await atRest(orderId)
    await cancelUnfulfilled(orderId)
    await atRest(orderId)
  }
  const about = orderId ?? id.slice(id.indexOf(':') + 1)
  const breaches = await checkInvariants(stand.db)
  const owners = await Promise.all(breaches.map(({ subject }) => findOrderOf(stand.db, subject)))
  return breaches.filter((_, index) => owners[index] === about)
}

const atRest = (orderId: string) =>
  vi.waitFor(
    async () => {
      const running = await stand.db.saga.count({ where: { orderId, status: 'RUNNING' } })
      const unsent = await stand.db.outbox.count({
        where: { sentAt: null, payload: { path: ['orderId'], equals: orderId } },
      })
      expect({ running, unsent }).toEqual({ running: 0, unsent: 0 })
    },
    { ...waitMs, interval: 100 },
  )

/** The pivot of such an order's fulfilment was made to refuse so that its undo could fail: nobody brings it to the carrier. */
const cancelUnfulfilled = async (id?: string): Promise<void> => {
  const left = await stand.db.order.findMany({
    where: {
      ...(id === undefined ? {} : { id }),
      status: 'CONFIRMED',
      cancelling: false,
      sagas: { some: { name: 'fulfil-order', status: 'UNDONE' } },
    },
  })
  for (const { id: orderId, userId, visitorHash } of left)
    await stand.cancel({ orderId, owner: { userId, visitorHash } }, 'operator')
}

test('after all of it, with everything mended, every invariant of the shop holds', { timeout: 120_000 }, async () => {
  await cancelUnfulfilled()
  await vi.waitFor(async () => expect(await countUnfinished(stand.db)).toEqual({ sagas: 0, events: 0 }), {
    timeout: 100_000,
    interval: 100,
  })
  expect(await checkInvariants(stand.db)).toEqual([])
})
