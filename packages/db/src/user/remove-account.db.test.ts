import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Db, inTransaction } from '../client.ts'
import { savePushSubscription } from '../notification/push-subscriptions.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { confirmTestOrder } from '../testing/confirm-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { shipTestOrder } from '../testing/ship-test-order.ts'
import { changeWallet } from '../wallet/change-wallet.ts'
import { readRemovalTerms } from './read-removal-terms.ts'
import { removeAccount } from './remove-account.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const person = { name: '남궁세모', email: 'semo.namgung@example.com', phone: '010-7788-9911', street: '까치울로 77' }

const remove = (userId: string) => inTransaction(database.db, tx => removeAccount(tx, userId))
const obstaclesOf = async (userId: string) => (await readRemovalTerms(database.db, userId))?.obstacles

/** Every table in which one of these texts stands, anywhere in a row. */
const tablesWith = async (db: Db, texts: readonly string[]): Promise<readonly string[]> => {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`
  const found: string[] = []
  for (const { name } of tables)
    for (const text of texts) {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `select 1 from ${name} as t where position(lower($1) in lower(t::text)) > 0 limit 1`,
        text,
      )
      if (rows.length > 0) found.push(`${name}: ${text}`)
    }
  return found
}

/** A shopper with something in every place where a person leaves traces, and one order that has ended. */
const createPerson = async (): Promise<string> => {
  const { db } = database
  const userId = await createTestShopper(db)
  await db.user.update({ where: { id: userId }, data: { name: person.name, email: person.email } })
  const { variantId } = await seedProductWithStock(db, { units: 10 })
  const contact = { recipient: person.name, phone: person.phone, address1: person.street }
  const { orderId } = await confirmTestOrder(db, { userId, lines: [{ variantId, quantity: 1 }] })
  await shipTestOrder(db, orderId, 'delivered')
  const delivered = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await db.order.update({
    where: { id: orderId },
    data: {
      ...contact,
      email: person.email,
      deliveryNote: `${person.name} 문 앞`,
      visitorHash: 'f'.repeat(64),
      status: 'COMPLETED',
      version: delivered.version + 1,
    },
  })
  await db.saga.updateMany({ where: { orderId }, data: { status: 'COMPLETED' } })
  await db.returnRequest.create({
    data: {
      id: newId('return', new Date()),
      orderId,
      status: 'REJECTED',
      reason: 'other',
      note: `${person.phone}로 전화해 주세요`,
      whole: false,
      requestedBy: 'shopper',
      refundMinor: 0n,
    },
  })
  await db.cart.deleteMany({ where: { userId } })
  await db.cart.create({
    data: { id: newId('cart', new Date()), userId, lines: { create: [{ variantId, quantity: 1 }] } },
  })
  await db.address.create({
    data: { id: newId('address', new Date()), userId, postcode: '04524', ...contact },
  })
  await db.session.create({
    data: { id: `ses_${userId}`, userId, token: `tok_${userId}`, expiresAt: new Date(), userAgent: person.name },
  })
  await db.account.create({
    data: { id: `acc_${userId}`, userId, accountId: userId, providerId: 'credential', password: 'hash' },
  })
  await db.verification.create({
    data: { id: `ver_${userId}`, identifier: 'reset-password:x', value: userId, expiresAt: new Date() },
  })
  await db.notificationPreference.create({ data: { userId, channel: 'sms', topic: 'orders', wanted: false } })
  const keys = { p256dh: 'p', auth: 'a' }
  await inTransaction(db, tx => savePushSubscription(tx, { userId, endpoint: `https://push.test/${userId}`, keys }))
  await db.restockRequest.createMany({
    data: [userId, null].map((id, place) => ({
      id: `rsr_${userId}_${place}`,
      variantId,
      userId: id,
      email: id ? 'other@example.com' : person.email,
      locale: 'ko',
    })),
  })
  const message = { channel: 'email', template: 'order-confirmed', locale: 'ko', data: { name: person.name } }
  await db.notification.createMany({
    data: ['SENT', 'PENDING'].map(status => ({
      ...message,
      id: newId('notification', new Date()),
      eventId: newId('event', new Date()),
      orderId,
      userId,
      recipient: status === 'SENT' ? person.email : person.phone,
      status,
      lastError: `550 ${person.email} unknown`,
    })),
  })
  return userId
}

test('an open order, money under way, a wallet that holds money and an operator’s role each keep an account', async () => {
  const { db } = database
  const buyer = await createTestShopper(db)
  await placeTestOrder(db, { userId: buyer })
  expect(await obstaclesOf(buyer)).toEqual(['open-order'])
  const saver = await createTestShopper(db, { balanceMinor: 1n })
  expect(await obstaclesOf(saver)).toEqual(['wallet-holds-money'])
  const operator = await createTestShopper(db)
  await db.user.update({ where: { id: operator }, data: { role: 'support' } })
  expect(await obstaclesOf(operator)).toEqual(['operator'])
  const topper = await createTestShopper(db)
  await db.walletTopUp.create({
    data: {
      id: newId('topUp', new Date()),
      userId: topper,
      amountMinor: 10_000n,
      currency: 'KRW',
      paymentMethod: 'pm_card_visa',
      status: 'OPEN',
      correlationId: 'cor_test',
    },
  })
  expect(await obstaclesOf(topper)).toEqual(['money-under-way'])
  for (const userId of [buyer, saver, operator, topper]) {
    await expect(remove(userId)).rejects.toMatchObject({ code: 'account-not-removable' })
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).deletedAt).toBeNull()
  }
})

test('after a removal neither name, e-mail, number nor street stands anywhere in the database', async () => {
  const { db } = database
  const userId = await createPerson()
  const traces = Object.values(person)
  expect((await tablesWith(db, traces)).length).toBeGreaterThan(8)
  await remove(userId)
  expect(await tablesWith(db, traces)).toEqual([])
  for (const rows of await Promise.all([
    db.session.count({ where: { userId } }),
    db.account.count({ where: { userId } }),
    db.address.count({ where: { userId } }),
    db.cart.count({ where: { userId } }),
    db.pushSubscription.count({ where: { userId } }),
    db.notificationPreference.count({ where: { userId } }),
    db.restockRequest.count({ where: { userId } }),
    db.verification.count({ where: { value: userId } }),
  ]))
    expect(rows).toBe(0)
})

test('what was sold, paid and said about money stays, and the audit says that the account was removed', async () => {
  const { db } = database
  const userId = await createPerson()
  await inTransaction(db, async tx => {
    const change = { userId, currency: 'KRW', orderId: null } as const
    await changeWallet(tx, { ...change, kind: 'ADJUSTMENT', amountMinor: 5n, key: `a:${userId}` })
    await changeWallet(tx, { ...change, kind: 'ADJUSTMENT', amountMinor: -5n, key: `b:${userId}` })
  })
  await remove(userId)
  const [order] = await db.order.findMany({ where: { userId }, include: { lines: true, payments: true } })
  expect(order).toMatchObject({ status: 'COMPLETED', visitorHash: null, payments: [{ status: 'SUCCEEDED' }] })
  expect(order?.lines).toHaveLength(1)
  expect(await db.walletEntry.count({ where: { userId } })).toBe(2)
  const waiting = await db.notification.findMany({ where: { userId, status: 'PENDING' } })
  expect(waiting).toEqual([])
  const [entry] = await db.auditEntry.findMany({ where: { subject: userId } })
  expect(entry).toMatchObject({ action: 'account/removed', actorKind: 'shopper', details: { orders: 1 } })
})

test('a removed account gets nothing new, and is removed once', async () => {
  const { db } = database
  const userId = await createTestShopper(db)
  await remove(userId)
  await expect(remove(userId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(placeTestOrder(db, { userId })).rejects.toThrow()
  await expect(
    db.session.create({ data: { id: 'ses_late', userId, token: 'tok_late', expiresAt: new Date() } }),
  ).rejects.toThrow()
  expect(await db.order.count({ where: { userId } })).toBe(0)
})

test('of a removal and a purchase at the same moment one wins, and never both', async () => {
  const { db } = database
  for (let round = 0; round < 6; round += 1) {
    const userId = await createTestShopper(db)
    const { variantId } = await seedProductWithStock(db, { units: 5 })
    const lines = [{ variantId, quantity: 1 }]
    await Promise.allSettled([remove(userId), placeTestOrder(db, { userId, lines })])
    const { deletedAt } = await db.user.findUniqueOrThrow({ where: { id: userId } })
    expect(deletedAt === null).toBe((await db.order.count({ where: { userId } })) === 1)
  }
})
