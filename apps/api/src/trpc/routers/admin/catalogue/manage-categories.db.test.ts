import { operatorCategoriesSchema } from '@makegood/core/catalogue/operator-views'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
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

const act = (name: string, input: object) => operator.mutate(`admin.catalogue.${name}`, input)
const list = async () =>
  operatorCategoriesSchema
    .parse((await operator.query('admin.catalogue.listCategories', {})).body.result?.data)
    .categories.map(({ slug }) => slug)

test('a category with products is not removed, a taken address is refused, and an order names all that are there', async () => {
  await seedProductWithStock(api.db, { units: 1 })
  const removed = await act('removeCategory', { slug: 'bowls' })
  expect(removed.body.error?.data?.details).toEqual({ reason: 'category-in-use', products: 1 })
  const words = { nameKo: '그릇', nameEn: 'Bowls' }
  expect((await act('addCategory', { slug: 'bowls', ...words })).body.error?.data?.details).toEqual({
    reason: 'slug-taken',
  })
  expect((await act('addCategory', { slug: 'Bowls', ...words })).status).toBe(400)
  expect((await act('renameCategory', { slug: 'nowhere', ...words })).status).toBe(404)
  for (const slugs of [
    ['bowls', 'nowhere'],
    ['bowls', 'bowls'],
  ])
    expect((await act('orderCategories', { slugs })).body.error?.data?.details).toEqual({
      reason: 'categories-changed',
    })
  expect(await list()).toEqual(['bowls'])
})

test('a category is added, found by its new name, put in order and removed, each with its entry', async () => {
  await seedProductWithStock(api.db, { units: 1 })
  await act('addCategory', { slug: 'trays', nameKo: '쟁반', nameEn: 'Trays' })
  expect(await list()).toEqual(['bowls', 'trays'])
  await act('renameCategory', { slug: 'bowls', nameKo: '사발', nameEn: 'Tea bowls' })
  const found = await operator.query('store.catalogue.list', { locale: 'en', q: '사발' })
  expect(found.body.result?.data?.total).toBeGreaterThan(0)
  await act('orderCategories', { slugs: ['trays', 'bowls'] })
  expect(await list()).toEqual(['trays', 'bowls'])
  await act('removeCategory', { slug: 'trays' })
  expect(await list()).toEqual(['bowls'])
  const entries = await api.db.auditEntry.findMany({
    where: { action: { endsWith: '-category' } },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ action }) => action)).toEqual([
    'catalogue.add-category',
    'catalogue.rename-category',
    'catalogue.remove-category',
  ])
})
