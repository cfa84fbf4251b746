import { operatorProductPageSchema } from '@makegood/core/catalogue/operator-views'
import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api, 'operations')
})
afterAll(() => api.stop())

const texts = {
  categorySlug: 'bowls',
  nameKo: '새 대접',
  nameEn: 'New bowl',
  descriptionKo: '손으로 빚은 대접입니다.',
  descriptionEn: 'A bowl made by hand.',
  detailsKo: '지름 20 cm',
  detailsEn: '20 cm across',
  colour: 'celadon',
  mended: true,
}
const variantOf = (id: string, changed: object = {}) => ({
  id,
  sku: id,
  optionKo: '기본',
  optionEn: 'One size',
  priceMinor: '31000',
  active: true,
  ...changed,
})
const save = (productId: string, version: number, variants: readonly object[], changed: object = {}) =>
  operator.mutate('admin.catalogue.save', { productId, version, ...texts, variants, ...changed })
const setState = (productId: string, version: number, state: string) =>
  operator.mutate('admin.catalogue.setState', { productId, version, state })
const auditOf = (subject: string) => api.db.auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })

test('of two who save the same version one is refused with the version that is there, and writes nothing', async () => {
  const { productId, variantId } = await seedProductWithStock(api.db, { units: 3 })
  const answers = await Promise.all(
    ['First', 'Second'].map(nameEn => save(productId, 1, [variantOf(variantId)], { nameEn })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.body.error?.data).toMatchObject({
    shopCode: 'conflict',
    details: { reason: 'product-changed', version: 2 },
  })
  expect(await api.db.product.findUnique({ where: { id: productId } })).toMatchObject({
    version: 2,
    nameEn: answers[0]?.status === 200 ? 'First' : 'Second',
  })
  expect(await auditOf(productId)).toHaveLength(1)
})

test('a price that is no whole won, nothing, or too much is refused, and so is a SKU that another product has', async () => {
  const { productId, variantId } = await seedProductWithStock(api.db, { units: 3 })
  const other = await seedProductWithStock(api.db, { units: 1 })
  for (const priceMinor of ['0', '-1', '1.5', '12,000', '1e5', '100000001', ' 1000'])
    expect((await save(productId, 1, [variantOf(variantId, { priceMinor })])).status, priceMinor).toBe(400)
  const taken = await save(productId, 1, [variantOf(variantId, { sku: other.variantId })])
  expect(taken.body.error?.data?.details).toEqual({ reason: 'sku-taken', skus: [other.variantId] })
  const foreign = await save(productId, 1, [variantOf(variantId), variantOf(other.variantId, { sku: 'NEW-1' })])
  expect(foreign.body.error?.data?.details).toEqual({ reason: 'variant-of-another' })
  const noCategory = await save(productId, 1, [variantOf(variantId)], { categorySlug: 'nowhere' })
  expect(noCategory.body.error?.data?.details).toEqual({ reason: 'no-category' })
  expect(await api.db.product.findUnique({ where: { id: productId } })).toMatchObject({ version: 1 })
})

test('support reads the catalogue and changes nothing of it', async () => {
  const support = await signInOperator(api, 'support')
  const { productId, variantId } = await seedProductWithStock(api.db, { units: 3 })
  expect((await support.query('admin.catalogue.get', { productId })).status).toBe(200)
  const refused = await support.mutate('admin.catalogue.save', {
    productId,
    version: 1,
    ...texts,
    variants: [variantOf(variantId)],
  })
  expect(refused.body.error?.data?.shopCode).toBe('forbidden')
})

test('a save reaches the shop: a new price, a variant more with an empty stock, and one that is sold no more', async () => {
  const { productId, variantId, slug } = await seedProductWithStock(api.db, { units: 3 })
  const added = newId('variant', new Date())
  const saved = await save(productId, 1, [
    variantOf(added, { sku: 'LARGE-1', optionEn: 'Large', priceMinor: '45000' }),
    variantOf(variantId, { priceMinor: '33000' }),
  ])
  expect(saved.body.result?.data).toEqual({ productId, version: 2 })
  const shown = async () => (await operator.query('store.catalogue.get', { locale: 'en', slug })).body.result?.data
  // The api that saved it is told of the change as every other is.
  const seeVariants = (variants: object[]) =>
    vi.waitFor(async () => expect((await shown())?.variants).toMatchObject(variants), { timeout: 5_000 })
  await seeVariants([
    { id: added, option: 'Large', price: { amountMinor: '45000' }, available: 0 },
    { id: variantId, price: { amountMinor: '33000' }, available: 3 },
  ])
  expect((await save(productId, 2, [variantOf(added, { sku: 'LARGE-1' })])).status).toBe(200)
  await seeVariants([{ id: added }])
  expect(await auditOf(productId)).toMatchObject([
    {
      actorId: operator.userId,
      action: 'catalogue.save',
      details: { version: 2, changes: expect.arrayContaining([expect.objectContaining({ field: 'nameEn' })]) },
    },
    { action: 'catalogue.save' },
  ])
})

test('what is archived is sold no more and can come back; what has nothing to buy is not put on sale', async () => {
  const { productId, variantId, slug } = await seedProductWithStock(api.db, { units: 3 })
  expect((await setState(productId, 2, 'archived')).status).toBe(409)
  expect((await setState(productId, 1, 'archived')).status).toBe(200)
  expect((await operator.query('store.catalogue.get', { locale: 'en', slug })).status).toBe(404)
  const cart = await operator.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  expect(cart.body.error?.data?.shopCode).toBe('not-found')
  await expect(api.db.product.update({ where: { id: productId }, data: { published: true } })).rejects.toThrow(
    'product_archived_is_not_published',
  )
  await save(productId, 2, [variantOf(variantId, { active: false })])
  expect((await setState(productId, 3, 'published')).body.error?.data?.details).toEqual({ reason: 'nothing-to-sell' })
  await save(productId, 3, [variantOf(variantId)])
  expect((await setState(productId, 4, 'published')).status).toBe(200)
  expect((await operator.query('store.catalogue.get', { locale: 'en', slug })).status).toBe(200)
})

test('a product is made once for one id, as a draft; an address that is taken is refused', async () => {
  const productId = newId('product', new Date())
  const variants = [variantOf(newId('variant', new Date()))]
  const create = (changed: object = {}) =>
    operator.mutate('admin.catalogue.create', { productId, slug: 'new-bowl', ...texts, variants, ...changed })
  const answers = await Promise.all([create(), create()])
  expect(answers.map(answer => answer.body.result?.data)).toEqual([
    { productId, version: 1 },
    { productId, version: 1 },
  ])
  const other = { productId: newId('product', new Date()), variants: [variantOf(newId('variant', new Date()))] }
  expect((await create(other)).body.error?.data?.details).toEqual({ reason: 'slug-taken' })
  expect((await create({ ...other, slug: '../etc' })).status).toBe(400)
  expect((await operator.query('admin.catalogue.get', { productId })).body.result?.data).toMatchObject({
    state: 'draft',
    variants: [{ available: 0, price: { amountMinor: '31000', currency: 'KRW' } }],
  })
})

test('the list is found by words, by SKU, by category, by state and by what runs low, page by page without gaps', async () => {
  const { productId, variantId } = await seedProductWithStock(api.db, { units: 2 })
  const sku = `FIND-${variantId.slice(-8).toUpperCase()}`
  await save(productId, 1, [variantOf(variantId, { sku })], { nameKo: '찾을 연적', nameEn: 'Water dropper' })
  const ids = async (input: object) => {
    const { body } = await operator.query('admin.catalogue.list', input)
    return operatorProductPageSchema.parse(body.result?.data).products.map(({ id }) => id)
  }
  for (const q of ['연적', 'dropper', sku.toLowerCase(), sku.slice(0, 9)])
    expect(await ids({ q }), q).toEqual([productId])
  expect(await ids({ q: 'nothing like it' })).toEqual([])
  expect(await ids({ q: '연적', state: 'archived' })).toEqual([])
  expect(await ids({ q: '연적', category: 'bowls', state: 'published', low: true })).toEqual([productId])
  await api.db.stock.update({ where: { variantId }, data: { received: 9, available: 9 } })
  expect(await ids({ q: '연적', low: true })).toEqual([])
  for (let n = 0; n < 55; n += 1) await seedProductWithStock(api.db, { units: 1 })
  const first = await operator.query('admin.catalogue.list', {})
  const rest = await ids({ cursor: first.body.result?.data?.nextCursor })
  const all = [...(await ids({})), ...rest]
  expect(new Set(all).size).toBe(await api.db.product.count())
  expect((await operator.query('admin.catalogue.list', { cursor: 'x' })).status).toBe(400)
})
