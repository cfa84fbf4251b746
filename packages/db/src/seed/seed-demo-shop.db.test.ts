import { idSchema } from '@makegood/core/id-schema'
import { isOperator, roles } from '@makegood/core/user/roles'
import { verifyPassword } from 'better-auth/crypto'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Db, inTransaction } from '../client.ts'
import { createTestDatabase } from '../testing/create-test-database.ts'
import { changeWallet } from '../wallet/change-wallet.ts'
import { categories } from './catalogue/categories.ts'
import { products } from './catalogue/products.ts'
import { demoLogins } from './demo-logins.ts'
import { seedDemoShop } from './seed-demo-shop.ts'

let db: Db
beforeEach(async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  db = database.db
})

const readAll = async () => ({
  categories: await db.category.findMany({ orderBy: { slug: 'asc' } }),
  products: await db.product.findMany({ orderBy: { id: 'asc' } }),
  pictures: await db.picture.findMany({ orderBy: { id: 'asc' } }),
  variants: await db.variant.findMany({ orderBy: { id: 'asc' } }),
  stock: await db.stock.findMany({ orderBy: { variantId: 'asc' } }),
  users: await db.user.findMany({ orderBy: { id: 'asc' } }),
  accounts: await db.account.findMany({ orderBy: { id: 'asc' } }),
  campaigns: await db.couponCampaign.findMany({ orderBy: { id: 'asc' } }),
  wallets: await db.wallet.findMany({ include: { entries: true } }),
})

const nothing = { products: 0, logins: 0, campaigns: 0, wallets: 0 }

test('seeding twice, and twice at once, is the same as once', async () => {
  // Where the categories are there already, nothing but the seed's own lock keeps the two apart.
  await db.category.createMany({
    data: categories.map(({ slug, name }, index) => ({ slug, nameKo: name.ko, nameEn: name.en, position: index + 1 })),
  })
  const added = await Promise.all([seedDemoShop(db), seedDemoShop(db)])
  expect(added).toContainEqual({ products: products.length, logins: 5, campaigns: 2, wallets: 1 })
  expect(added).toContainEqual(nothing)
  const before = await readAll()
  expect(await seedDemoShop(db)).toEqual(nothing)
  expect(await readAll()).toEqual(before)
  expect(before.stock).toHaveLength(before.variants.length)
  expect(before.pictures).toHaveLength(products.flatMap(product => product.pictures).length)
  expect(before.products.map(({ slug, colour }) => [slug, colour])).toEqual(
    expect.arrayContaining(products.map(({ slug, colour }) => [slug, colour])),
  )
  for (const { id } of before.products) expect(idSchema('product').parse(id)).toBe(id)
  for (const { id } of before.variants) expect(idSchema('variant').parse(id)).toBe(id)
  for (const { id } of before.pictures) expect(idSchema('picture').parse(id)).toBe(id)
  for (const { id } of before.campaigns) expect(idSchema('campaign').parse(id)).toBe(id)
  expect(before.wallets).toMatchObject([{ userId: 'demo-shopper', balanceMinor: 50_000n }])
})

test('what was sold, changed or renamed since the first seed stays so', async () => {
  await seedDemoShop(db)
  const jar = await db.product.findUniqueOrThrow({ where: { slug: 'red-clay-jar' }, include: { variants: true } })
  const variantId = jar.variants[0]?.id ?? ''
  await db.stock.update({ where: { variantId }, data: { available: 1, sold: 2 } })
  await db.variant.update({ where: { id: variantId }, data: { priceMinor: 70_000n } })
  await db.product.update({ where: { id: jar.id }, data: { slug: 'old-red-clay-jar', published: false } })
  await db.user.update({
    where: { email: 'support@example.com' },
    data: { role: 'shopper', email: 'moved@example.com' },
  })
  const spend = { userId: 'demo-shopper', kind: 'PAYMENT', amountMinor: -50_000n, currency: 'KRW' } as const
  await inTransaction(db, tx => changeWallet(tx, { ...spend, key: 'spent', orderId: null }))
  await db.couponCampaign.updateMany({ data: { claimed: 7, stopped: true } })
  const before = await readAll()
  expect(await seedDemoShop(db)).toEqual(nothing)
  expect(await readAll()).toEqual(before)
})

test('what somebody else made first under a demo name is left to them', async () => {
  const now = new Date()
  await db.user.create({ data: { id: 'someone', name: 'Someone', email: 'admin@example.com', updatedAt: now } })
  await db.category.create({ data: { slug: 'cups', nameKo: '잔', nameEn: 'Mugs', position: 9 } })
  expect(await seedDemoShop(db)).toEqual({ products: products.length, logins: 4, campaigns: 2, wallets: 1 })
  expect(await db.account.findMany({ where: { userId: 'someone' } })).toEqual([])
  expect(await db.user.count({ where: { role: 'admin' } })).toBe(0)
  expect(await db.category.findUnique({ where: { slug: 'cups' } })).toMatchObject({ nameEn: 'Mugs' })
})

test("each role has a login, whose password better-auth's own check accepts", async () => {
  await seedDemoShop(db)
  expect(demoLogins.map(login => login.role)).toEqual([...roles])
  expect(demoLogins.filter(login => isOperator(login.role))).toHaveLength(4)
  for (const { email, role, password } of demoLogins) {
    const user = await db.user.findUniqueOrThrow({ where: { email }, include: { accounts: true } })
    expect(user.role).toBe(role)
    expect(user.accounts).toMatchObject([{ providerId: 'credential', accountId: user.id }])
    expect(await verifyPassword({ hash: user.accounts[0]?.password ?? '', password })).toBe(true)
  }
})
