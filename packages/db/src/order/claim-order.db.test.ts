import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { claimOrder } from './claim-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  await database.drop()
})

const newUser = async (email?: string) => {
  const id = await createTestShopper(database.db)
  if (email) await database.db.user.update({ where: { id }, data: { email } })
  const user = await database.db.user.findUniqueOrThrow({ where: { id } })
  return { id, email: user.email }
}
const ownerOf = async (id: string) => (await database.db.order.findUniqueOrThrow({ where: { id } })).userId
const visitor = (visitorHash: string | null) => ({ owner: { userId: null, visitorHash }, byLink: false })
const notFound = { code: 'not-found' }

test('neither another visitor nor somebody with the same e-mail address takes a guest’s order', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  const { email } = await database.db.order.findUniqueOrThrow({ where: { id: orderId } })
  const user = await newUser(email)
  for (const hash of [randomBytes(32).toString('hex'), null])
    await expect(claimOrder(database.db, { orderId, user, access: visitor(hash) })).rejects.toMatchObject(notFound)
  expect(await ownerOf(orderId)).toBeNull()
})

test('an order of an account stays with it, also for the browser in which it was placed', async () => {
  const owner = await newUser()
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED', { userId: owner.id })
  const visitorHash = randomBytes(32).toString('hex')
  await database.db.order.update({ where: { id: orderId }, data: { visitorHash } })
  await expect(
    claimOrder(database.db, { orderId, user: await newUser(), access: visitor(visitorHash) }),
  ).rejects.toMatchObject(notFound)
  expect(await ownerOf(orderId)).toBe(owner.id)
})

test('a link takes an order only for the e-mail address that it was sent to', async () => {
  const { orderId, owner } = await bringTestOrder(database.db, 'CONFIRMED')
  const byLink = { owner, byLink: true }
  await expect(claimOrder(database.db, { orderId, user: await newUser(), access: byLink })).rejects.toMatchObject(
    notFound,
  )
  await database.db.order.update({ where: { id: orderId }, data: { email: 'Link@Example.com' } })
  const user = await newUser('link@example.com')
  await claimOrder(database.db, { orderId, user, access: byLink })
  expect(await ownerOf(orderId)).toBe(user.id)
})

test('the browser in which it was placed takes it, once of many, and no other order of that browser goes with it', async () => {
  const { orderId, owner } = await bringTestOrder(database.db, 'CONFIRMED')
  const other = await bringTestOrder(database.db, 'CONFIRMED')
  await database.db.order.update({ where: { id: other.orderId }, data: { visitorHash: owner.visitorHash } })
  const users = await Promise.all(Array.from({ length: 5 }, () => newUser()))
  const answers = await Promise.allSettled(
    users.map(user => claimOrder(database.db, { orderId, user, access: visitor(owner.visitorHash) })),
  )
  expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
  const taker = users[answers.findIndex(answer => answer.status === 'fulfilled')]
  expect(await ownerOf(orderId)).toBe(taker?.id)
  expect(await ownerOf(other.orderId)).toBeNull()
  if (taker) await claimOrder(database.db, { orderId, user: taker, access: visitor(owner.visitorHash) })
})

test('the order that took its place goes with it', async () => {
  const { orderId, owner } = await bringTestOrder(database.db, 'CANCELLED')
  const next = await bringTestOrder(database.db, 'CONFIRMED')
  await database.db.order.update({
    where: { id: next.orderId },
    data: { visitorHash: owner.visitorHash, takenUpFrom: orderId },
  })
  const user = await newUser()
  await claimOrder(database.db, { orderId: next.orderId, user, access: visitor(owner.visitorHash) })
  expect([await ownerOf(orderId), await ownerOf(next.orderId)]).toEqual([user.id, user.id])
})
