import { newId } from '@makegood/core/ids'
import { stockPageSchema } from '@makegood/core/stock/operator-views'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { releaseStock } from '@makegood/db/stock/release-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api, 'operations')
})
afterAll(() => api.stop())

const correct = (variantId: string, kind: string, amount: number, changed: object = {}) =>
  operator.mutate('admin.stock.correct', {
    requestId: newId('stockChange', new Date()),
    variantId,
    kind,
    amount,
    note: 'counted this morning',
    ...changed,
  })
const heldVariant = async () => {
  const { orderId } = await seedReservedOrder(api.db)
  const [line] = await api.db.orderLine.findMany({ where: { orderId } })
  if (!line) throw new Error('the order has no line')
  return { orderId, variantId: line.variantId }
}
const ledgerOf = (variantId: string) =>
  api.db.stockChange.findMany({ where: { variantId }, orderBy: { id: 'asc' }, omit: { id: true, at: true } })

test('nothing is taken that is not for sale, and not twice at once; what is put aside stays', async () => {
  const { variantId } = await heldVariant()
  const before = await api.db.stock.findUniqueOrThrow({ where: { variantId } })
  const tooMany = await correct(variantId, 'broken', -(before.available + 1))
  expect(tooMany.body.error?.data).toMatchObject({
    shopCode: 'conflict',
    details: { reason: 'not-so-many', available: before.available },
  })
  const answers = await Promise.all([1, 2, 3].map(() => correct(variantId, 'broken', -before.available)))
  expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
  expect(await api.db.stock.findUnique({ where: { variantId } })).toMatchObject({
    available: 0,
    reserved: before.reserved,
  })
  expect(await checkInvariants(api.db)).toEqual([])
})

test('a reason has its direction, and is said in words; nothing and too much are refused', async () => {
  const { variantId } = await seedProductWithStock(api.db, { units: 3 })
  for (const [kind, amount] of [
    ['received', -1],
    ['broken', 1],
    ['found', -2],
    ['counted', 0],
    ['counted', 1.5],
    ['counted', 100_001],
    ['sold', -1],
  ] as const)
    expect((await correct(variantId, kind, amount)).status, `${kind} ${amount}`).toBe(400)
  expect((await correct(variantId, 'counted', 1, { note: ' ' })).status).toBe(400)
  expect((await correct(newId('variant', new Date()), 'counted', 1)).status).toBe(404)
  const support = await signInOperator(api, 'support')
  const refused = await support.mutate('admin.stock.correct', { variantId })
  expect(refused.body.error?.data?.shopCode).toBe('forbidden')
  expect(await ledgerOf(variantId)).toHaveLength(1)
})

test('a correction has its line in the ledger with who, why, before and after, once for one request', async () => {
  const { variantId } = await seedProductWithStock(api.db, { units: 3 })
  const requestId = newId('stockChange', new Date())
  for (const _ of [1, 2])
    expect((await correct(variantId, 'received', 7, { requestId, note: 'from the kiln' })).body.result?.data).toEqual({
      variantId,
      available: 10,
    })
  expect(await ledgerOf(variantId)).toMatchObject([
    { kind: 'opened', availableBefore: 0, availableAfter: 3, operatorId: null },
    {
      kind: 'received',
      note: 'from the kiln',
      operatorId: operator.userId,
      requestId,
      availableBefore: 3,
      availableAfter: 10,
    },
  ])
  expect(await api.db.auditEntry.findMany({ where: { subject: variantId } })).toMatchObject([
    { action: 'stock.correct', actorId: operator.userId, reason: 'from the kiln', details: { before: 3, after: 10 } },
  ])
})

test('what orders do with the stock is in the ledger too, by whom it is held, and nobody can rewrite it', async () => {
  const { variantId, orderId } = await heldVariant()
  const ledger = async () => (await operator.query('admin.stock.ledger', { variantId })).body.result?.data
  expect(await ledger()).toMatchObject({
    row: { reserved: 1 },
    holds: [{ orderId, quantity: 1 }],
    changes: [
      { kind: 'reserved', order: { id: orderId } },
      { kind: 'opened', order: null },
    ],
  })
  await api.db.$transaction(tx => releaseStock(tx, orderId))
  expect(await ledger()).toMatchObject({
    row: { reserved: 0 },
    holds: [],
    changes: [{ kind: 'released', order: { id: orderId }, before: { reserved: 1 }, after: { reserved: 0 } }, {}, {}],
  })
  await expect(api.db.stockChange.deleteMany({ where: { variantId } })).rejects.toThrow('append-only')
})

test('the low-stock list has what is at its own threshold or below it, the fewest first', async () => {
  const many = await seedProductWithStock(api.db, { units: 40 })
  const few = await seedProductWithStock(api.db, { units: 4 })
  const low = async () => {
    const { body } = await operator.query('admin.stock.list', { low: true })
    return stockPageSchema
      .parse(body.result?.data)
      .rows.filter(row => [many.variantId, few.variantId].includes(row.variantId))
  }
  expect((await low()).map(row => row.variantId)).toEqual([few.variantId])
  expect((await operator.mutate('admin.stock.setLow', { variantId: many.variantId, lowAt: 50 })).status).toBe(200)
  expect((await low()).map(row => row.variantId)).toEqual([few.variantId, many.variantId])
  for (const cursor of ['x', '1', '1_$'])
    expect((await operator.query('admin.stock.list', { low: true, cursor })).status).toBe(400)
})

test('several are corrected each for itself: what is refused is told, keeps no other back and writes nothing', async () => {
  const good = await seedProductWithStock(api.db, { units: 3 })
  const few = await seedProductWithStock(api.db, { units: 1 })
  const row = (variantId: string, amount: number) => ({
    requestId: newId('stockChange', new Date()),
    variantId,
    amount,
  })
  const rows = [row(few.variantId, -2), row(newId('variant', new Date()), -1), row(good.variantId, -2)]
  const many = (changed: object = {}) =>
    operator.mutate('admin.stock.correctMany', { kind: 'counted', note: 'counted together', rows, ...changed })
  for (const _ of [1, 2])
    expect((await many()).body.result?.data).toMatchObject([
      { outcome: 'not-so-many', available: 1 },
      { outcome: 'gone' },
      { variantId: good.variantId, outcome: 'corrected', available: 1 },
    ])
  expect(await ledgerOf(good.variantId)).toMatchObject([
    { kind: 'opened' },
    { kind: 'counted', note: 'counted together', operatorId: operator.userId, availableBefore: 3, availableAfter: 1 },
  ])
  expect(await ledgerOf(few.variantId)).toHaveLength(1)
  expect((await many({ kind: 'received' })).status).toBe(400)
  expect((await many({ rows: [rows[2], { ...rows[2], requestId: newId('stockChange', new Date()) }] })).status).toBe(
    400,
  )
  const finance = await signInOperator(api, 'finance')
  const refused = await finance.mutate('admin.stock.correctMany', { kind: 'counted', note: 'counted together', rows })
  expect(refused.body.error?.data?.shopCode).toBe('forbidden')
})
