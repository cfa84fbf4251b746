import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { listAddresses } from './list-addresses.ts'
import { makeDefaultAddress } from './make-default-address.ts'
import { removeAddress } from './remove-address.ts'
import { saveAddress } from './save-address.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const address = (number: number) => ({
  country: 'KR' as const,
  recipient: '김하나',
  phone: '010-1234-5678',
  postcode: '06621',
  address1: `서초대로 ${number}`,
  address2: '',
  deliveryNote: '',
})

const save = (userId: string, number: number, { makeDefault = false, addressId = newId('address', new Date()) } = {}) =>
  inTransaction(database.db, tx => saveAddress(tx, { userId, addressId, address: address(number), makeDefault }))

const shown = async (userId: string) =>
  (await listAddresses(database.db, userId)).map(own => `${own.address1}${own.isDefault ? ' *' : ''}`)

test('parallel saves keep twenty addresses at most, and an address that is kept can still be changed', async () => {
  const userId = await createTestShopper(database.db)
  const outcomes = await Promise.allSettled(Array.from({ length: 25 }, (_, number) => save(userId, number)))
  const refused = outcomes.filter(outcome => outcome.status === 'rejected')
  expect(refused).toHaveLength(5)
  expect(refused[0]?.reason).toMatchObject({ code: 'address-limit', details: { addressesMax: 20 } })
  const [first] = await listAddresses(database.db, userId)
  await save(userId, 99, { addressId: first?.id ?? '' })
  expect(await shown(userId)).toHaveLength(20)
  expect((await shown(userId))[0]).toBe('서초대로 99 *')
})

test("another's address cannot be changed, removed or made the default, and looks like none", async () => {
  const [owner, stranger] = [await createTestShopper(database.db), await createTestShopper(database.db)]
  const { addressId } = await save(owner, 1)
  const own = { userId: stranger, addressId }
  for (const attempt of [
    () => save(stranger, 2, { addressId }),
    () => inTransaction(database.db, tx => removeAddress(tx, own)),
    () => inTransaction(database.db, tx => makeDefaultAddress(tx, own)),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
  expect(await shown(owner)).toEqual(['서초대로 1 *'])
  expect(await shown(stranger)).toEqual([])
})

test('a removed account keeps no address', async () => {
  const userId = await createTestShopper(database.db)
  await database.db.user.update({ where: { id: userId }, data: { deletedAt: new Date() } })
  await expect(save(userId, 1)).rejects.toMatchObject({ code: 'not-found' })
})

test('the first address is the default, and there is one as long as there is an address', async () => {
  const userId = await createTestShopper(database.db)
  const first = await save(userId, 1)
  await save(userId, 2)
  expect(await shown(userId)).toEqual(['서초대로 1 *', '서초대로 2'])
  await save(userId, 3, { makeDefault: true })
  expect(await shown(userId)).toEqual(['서초대로 3 *', '서초대로 2', '서초대로 1'])
  await inTransaction(database.db, tx => makeDefaultAddress(tx, { userId, ...first }))
  await inTransaction(database.db, tx => removeAddress(tx, { userId, ...first }))
  expect(await shown(userId)).toEqual(['서초대로 3 *', '서초대로 2'])
})

test('parallel choices of a default end with one', async () => {
  const userId = await createTestShopper(database.db)
  const kept = [await save(userId, 1), await save(userId, 2), await save(userId, 3)]
  await Promise.all(
    kept.map(({ addressId }) => inTransaction(database.db, tx => makeDefaultAddress(tx, { userId, addressId }))),
  )
  expect((await listAddresses(database.db, userId)).filter(own => own.isDefault)).toHaveLength(1)
})

test('the same address under another id is kept once and counts as used', async () => {
  const userId = await createTestShopper(database.db)
  const first = await save(userId, 1)
  await save(userId, 2)
  expect(await save(userId, 1)).toEqual(first)
  expect(await shown(userId)).toEqual(['서초대로 1 *', '서초대로 2'])
})
