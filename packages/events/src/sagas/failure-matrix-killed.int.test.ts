import { policySchema, toPolicy } from '@makegood/core/policy'
import { checkInvariants, countUnfinished } from '@makegood/db/invariants/check-invariants'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeCells } from '../../test/failure-matrix/cells.ts'
import type { PlannedFault } from '../../test/failure-matrix/faults.ts'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'
import { resumeAllStalled } from '../jobs/resume-stalled-sagas.ts'

const appMain = new URL('../../test/failure-matrix/killable-app.ts', import.meta.url).pathname
const policy = { POLICY_STEP_ATTEMPTS: '4', POLICY_HOLD_FROM_MINOR: '0', POLICY_SAGA_LEASE_SECONDS: '5' }
let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand({ policy, functionsMain: appMain })
}, 60_000)
afterAll(() => stand.stop())

const tell = async (sagaId: string, plan: PlannedFault): Promise<void> => {
  const told = await fetch(`${stand.app?.url}/plans`, {
    method: 'POST',
    body: JSON.stringify([sagaId, plan]),
    signal: AbortSignal.timeout(5000),
  })
  if (!told.ok) throw new Error(`the app answered ${told.status}`)
}

const isDown = () =>
  fetch(`${stand.app?.url}/health`, { signal: AbortSignal.timeout(1000) }).then(
    () => false,
    () => true,
  )

test.for(
  makeCells(toPolicy(policySchema.parse(policy)), ['process-killed']).map(
    cell => [cell.scenario.saga, cell.scenario.name, cell.step, cell] as const,
  ),
)(
  '%s, %s: the process is killed with -9 in %s, and the saga ends as it would have',
  { timeout: 90_000 },
  async ([, , , cell]) => {
    const { scenario, step } = cell
    const told: Promise<void>[] = []
    const arm = (sagaId: string, fault: PlannedFault['fault'] = 'process-killed', failing = step) =>
      void told.push(tell(sagaId, { step: failing, fault, shown: 0, healed: false }))
    const running = scenario.run(stand, arm, (sagaId, failing) => arm(sagaId, 'throws-always', failing))
    const restarted = vi
      .waitFor(async () => expect(await isDown()).toBe(true), { timeout: 30_000, interval: 10 })
      .then(() => stand.app?.start())
    const [sagaId] = await Promise.all([running, restarted, ...told])
    await vi.waitFor(
      async () => {
        // The job that finds sagas without progress, which runs each minute, is not waited for.
        await resumeAllStalled(stand.deps)
        expect((await stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } })).status).toBe(scenario.ending)
      },
      { timeout: 60_000, interval: 50 },
    )
  },
)

test('after all of it every invariant of the shop holds', { timeout: 120_000 }, async () => {
  await vi.waitFor(
    async () => {
      await resumeAllStalled(stand.deps)
      expect(await countUnfinished(stand.db)).toEqual({ sagas: 0, events: 0 })
    },
    { timeout: 100_000, interval: 100 },
  )
  expect(await checkInvariants(stand.db)).toEqual([])
})
