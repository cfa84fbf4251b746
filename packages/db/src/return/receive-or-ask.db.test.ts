import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideApproval } from '../approval/decide-approval.ts'
import { inTransaction } from '../client.ts'
import { refundOrAsk } from '../refund/refund-or-ask.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { applyOnly } from '../testing/apply-only.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { acceptReturn } from './decide-return.ts'
import { markReturnPickedUp, markReturnRefunded } from './move-return.ts'
import { applyApprovedReceipt, receiveOrAsk } from './receive-or-ask.ts'
import { requestReturn } from './request-return.ts'

let database: TestDatabase
let asker: string
let other: string
beforeAll(async () => {
  database = await createTestDatabase()
  asker = await createTestShopper(database.db)
  other = await createTestShopper(database.db)
})
afterAll(() => database.drop())

const price = 10_000n
const limitsOf = (supportMinor: bigint) => {
  const limit = { supportMinor, financeMinor: 50_000n }
  return { aloneUpTo: { refund: limit, 'wallet-adjustment': limit }, approvalSeconds: 600 }
}
const apply = applyOnly({ 'return-not-picked-up': applyApprovedReceipt })

/** A return of one bowl of three that is accepted and that no carrier has picked up yet; of an order that has had others, or a new one. */
const accepted = async (of?: Goods) => {
  const { orderId, owner, variantId } = of ?? (await delivered())
  const returnId = newId('return', new Date())
  const lines = [{ variantId, quantity: 1 }]
  await inTransaction(database.db, async tx => {
    await requestReturn(tx, { orderId, owner, returnId, by: 'shopper', reason: 'changed-mind', lines })
    await acceptReturn(tx, { returnId, operatorId: asker, reason: '', withoutGoods: false })
  })
  const { refundMinor } = await database.db.returnRequest.findUniqueOrThrow({ where: { id: returnId } })
  expect(refundMinor).toBe(price)
  return { orderId, owner, returnId, variantId }
}
const delivered = async () => {
  const { variantId } = await seedProductWithStock(database.db, { units: 10, priceMinor: price })
  const lines = [{ variantId, quantity: 3 }]
  const { orderId, owner } = await bringTestOrder(database.db, 'DELIVERED', { lines })
  return { orderId, owner, variantId }
}
type Goods = Awaited<ReturnType<typeof delivered>>
type Accepted = Awaited<ReturnType<typeof accepted>>

const receive = ({ returnId, variantId }: Accepted, limit = price - 1n, note = 'brought to the shop') =>
  inTransaction(database.db, tx =>
    receiveOrAsk(tx, limitsOf(limit), {
      returnId,
      approvalId: newId('approval', new Date()),
      lines: [{ variantId, restocked: 0, writtenOff: 1 }],
      note,
      operator: { id: asker, role: 'operations' },
    }),
  )
const decide = (approvalId: string | null, operatorId = other) =>
  inTransaction(database.db, tx =>
    decideApproval(tx, apply, { approvalId: approvalId ?? '', decision: 'approve', reason: 'seen', operatorId }),
  )
const pickUp = ({ returnId }: Accepted) => inTransaction(database.db, tx => markReturnPickedUp(tx, returnId))
const statusOf = async ({ returnId }: Accepted) =>
  (await database.db.returnRequest.findUniqueOrThrow({ where: { id: returnId } })).status
const outcomes = (answers: readonly PromiseSettledResult<unknown>[]) => answers.map(({ status }) => status).sort()

test('goods that no carrier had are not received above the limit until somebody else approves it, and then once', async () => {
  const asked = await accepted()
  const { outcome, approvalId } = await receive(asked)
  expect(outcome).toBe('waiting')
  await expect(receive(asked, price)).rejects.toMatchObject({ code: 'approval-waiting' })
  expect(await statusOf(asked)).toBe('ACCEPTED')
  await expect(decide(approvalId, asker)).rejects.toMatchObject({ code: 'own-request' })
  const answers = await Promise.allSettled([decide(approvalId), decide(approvalId)])
  expect(outcomes(answers)).toEqual(['fulfilled', 'rejected'])
  expect(await statusOf(asked)).toBe('RECEIVED')
  expect(await database.db.auditEntry.findMany({ where: { subject: asked.returnId } })).toMatchObject([
    { action: 'return.receive', actorId: asker, reason: 'brought to the shop' },
  ])
})

test('what the carrier has picked up, or what is within the limit, one operator receives', async () => {
  const [fetched, small] = [await accepted(), await accepted()]
  await pickUp(fetched)
  expect(await receive(fetched)).toMatchObject({ outcome: 'applied' })
  expect(await receive(small, price)).toMatchObject({ outcome: 'applied' })
})

test('of one received and a part of the money given at once, each within the limit, the part is not given', async () => {
  const goods = await accepted()
  const { amountMinor } = await database.db.payment.findFirstOrThrow({
    where: { orderId: goods.orderId, status: 'SUCCEEDED' },
  })
  const limit = price * 2n - 1n
  const part = {
    orderId: goods.orderId,
    refundRequestId: newId('refundRequest', new Date()),
    lines: [],
    reason: 'late',
  }
  const give = () =>
    inTransaction(database.db, tx =>
      refundOrAsk(tx, limitsOf(limit), {
        ...{ ...part, amountMinor: `${price}`, seenLeftMinor: `${amountMinor}` },
        operator: { id: asker, role: 'operations' },
      }),
    )
  const [received, given] = await Promise.allSettled([receive(goods, limit), give()])
  expect(received).toMatchObject({ value: { outcome: 'applied' } })
  // After the goods it is above the limit and waits; before them no part is given, because they are on their way back.
  expect(given).toMatchObject(
    given.status === 'fulfilled' ? { value: { outcome: 'waiting' } } : { reason: { code: 'refund-not-possible' } },
  )
  expect(await database.db.refundRequest.count({ where: { orderId: goods.orderId } })).toBe(0)
})

test('one bowl after the other is together above the limit', async () => {
  const first = await accepted()
  await receive(first, price)
  await inTransaction(database.db, tx => markReturnRefunded(tx, first.returnId))
  const second = await accepted(first)
  expect(await receive(second, price)).toMatchObject({ outcome: 'waiting' })
})

test('of two who receive the same goods at once one does; of two requests one waits', async () => {
  const [small, large] = [await accepted(), await accepted()]
  const received = await Promise.allSettled([receive(small, price), receive(small, price)])
  expect(outcomes(received)).toEqual(['fulfilled', 'rejected'])
  const asked = await Promise.allSettled([receive(large), receive(large)])
  expect(outcomes(asked)).toEqual(['fulfilled', 'rejected'])
  for (const answer of received)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'return-moved-on' })
  for (const answer of asked)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'approval-waiting' })
})

test('what the carrier has fetched since it was asked for is not received by who approves it', async () => {
  const asked = await accepted()
  const { approvalId } = await receive(asked)
  await pickUp(asked)
  await expect(decide(approvalId)).rejects.toMatchObject({ code: 'return-moved-on' })
  expect(await statusOf(asked)).toBe('PICKED_UP')
})

test('without a word of why nobody is asked', async () => {
  const asked = await accepted()
  await expect(receive(asked, price - 1n, '')).rejects.toMatchObject({ code: 'invalid-input' })
  expect(await database.db.approval.count({ where: { orderId: asked.orderId } })).toBe(0)
})
