import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'
import { discover } from '../discover.ts'
import type { Participant } from '../saga/participant.ts'
import { participants } from './participants.ts'

/** All that a domain writes to take part in paying an order. */
const file = `
export const participant = {
  takesPartIn: { 'pay-order': 'processing' },
  place: 15,
  create: () => ({
    id: 'wrap-gift',
    kind: 'undoable',
    reach: 'local',
    async run(tx, { data }) {
      await tx.$executeRaw\`insert into gift (order_id, what) values (\${data.orderId}, 'wrapped')\`
      return { outcome: 'done', result: { paper: 'blue' } }
    },
    async undo(tx, { data }, result) {
      await tx.$executeRaw\`insert into gift (order_id, what) values (\${data.orderId}, 'unwrapped ' || \${result.paper}::text)\`
    },
  }),
}
`
let folder: string
let stand: SagaStand

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'participants-'))
  await mkdir(join(folder, 'gift'))
  await writeFile(join(folder, 'gift', 'wrap-gift.ts'), file)
  const found = await discover<Participant<never>>(folder, 'participant')
  stand = await startSagaStand({ participants: [...participants, ...found] })
  await stand.db.$executeRaw`create table gift (at bigserial primary key, order_id text, what text)`
}, 60_000)
afterAll(async () => {
  await stand.stop()
  await rm(folder, { recursive: true })
})

const giftOf = async (orderId: string) =>
  (await stand.db.$queryRaw<{ what: string }[]>`select what from gift where order_id = ${orderId} order by at`).map(
    row => row.what,
  )

/** The undoable steps of a payment's saga in their order, with what became of each. */
const stepsOf = async (paymentId: string) =>
  (
    await stand.db.sagaStep.findMany({
      where: { sagaId: `pay-order:${paymentId}`, kind: 'undoable' },
      orderBy: { position: 'asc' },
    })
  ).map(step => [step.stepId, step.status, step.undoStatus])

test('one file in a domain’s folder, and a declined payment has done and undone what it says, in its place', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_chargeDeclined')
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  expect(await giftOf(order.orderId)).toEqual(['wrapped', 'unwrapped blue'])
  expect(await stepsOf(paymentId)).toEqual([
    ['confirm-stock', 'DONE', 'DONE'],
    ['wrap-gift', 'DONE', 'DONE'],
    ['charge-card', 'REFUSED', expect.toBeOneOf([null, 'DONE'])],
  ])
})

test('a payment that succeeds has done it once, and nothing of it is undone', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await giftOf(order.orderId)).toEqual(['wrapped'])
  expect(await stepsOf(paymentId)).toEqual([
    ['confirm-stock', 'DONE', null],
    ['wrap-gift', 'DONE', null],
    ['charge-card', 'DONE', null],
  ])
  await vi.waitFor(async () => expect(await checkInvariants(stand.db)).toEqual([]), { timeout: 10_000, interval: 100 })
})
