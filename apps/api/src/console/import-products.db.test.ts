import { importColumns, importRowsMax } from '@makegood/core/catalogue/import-columns'
import { type ImportView, importViewSchema } from '@makegood/core/catalogue/import-views'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieOf } from '../testing/cookie-of.ts'
import { signInOperator } from '../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api, 'operations')
})
afterAll(() => api.stop())

const heading = 'product,sku,category,name_ko,name_en,option_ko,option_en,price,available_new'
const goodLine = (n: number) => `import-${n},IMP-${n},bowls,수입 ${n},Import ${n},기본,One size,${10_000 + n},5`

const send = async (body: string | Uint8Array, as = operator) => {
  const answer = await fetch(`${api.url}/console/imports?name=goods.csv`, {
    method: 'POST',
    headers: { origin: 'http://shop.test', cookie: cookieOf(as), 'content-type': 'text/csv' },
    body: body as BodyInit,
  })
  return { status: answer.status, body: (await answer.json()) as Sent }
}
type Sent = { importId?: string; error?: { data: { shopCode: string; details: Record<string, unknown> } } }
const look = async (importId: string | undefined): Promise<ImportView> =>
  importViewSchema.parse((await operator.query('admin.catalogue.getImport', { importId })).body.result?.data)
const preview = async (body: string) => look((await send(body)).body.importId)
const apply = (importId: string, allOrNothing = false) =>
  operator.mutate('admin.catalogue.applyImport', { importId, allOrNothing })

test('a file that is none is refused with its reason, and whoever may not send one is told before it is read', async () => {
  const reason = async (body: string | Uint8Array) => (await send(body)).body.error?.data.details.reason
  expect(await reason(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]))).toBe('not-text')
  expect(await reason('product,sku,role\na,b,admin')).toBe('unknown-columns')
  expect(await reason('name_ko,price\na,1')).toBe('no-columns')
  expect(await reason('product,sku,sku\na,b,c')).toBe('columns-twice')
  expect(await reason('product,sku\n"a,b')).toBe('not-csv')
  expect(await reason('product,sku\n')).toBe('no-rows')
  expect(await reason(`product,sku\n${'a,b\n'.repeat(importRowsMax + 1)}`)).toBe('too-many-rows')
  expect(await reason('x'.repeat(5 * 1024 * 1024 + 1))).toBe('too-large')
  const support = await signInOperator(api, 'support')
  expect((await send(heading, support)).status).toBe(403)
  expect(await api.db.catalogueImport.count()).toBe(0)
})

test('of a thousand products with seven bad lines 993 go in and seven are named, with line and column', async () => {
  await seedProductWithStock(api.db, { units: 1 })
  const lines = Array.from({ length: 1000 }, (_, n) => goodLine(n))
  const bad: Record<number, string> = {
    10: 'import-10,IMP-10,bowls,수입,Import,기본,One size,"12,000",5',
    20: 'import-20,IMP-20,nowhere,수입,Import,기본,One size,12000,5',
    30: 'import-30,IMP-29,bowls,수입,Import,기본,One size,12000,5',
    40: 'import-40,=IMP,bowls,수입,Import,기본,One size,12000,5',
    50: 'Import 50,IMP-50,bowls,수입,Import,기본,One size,12000,5',
    60: 'import-60,IMP-60,bowls,,Import,기본,One size,12000,5',
    70: 'import-70,IMP-70,bowls,수입,Import,기본,One size,12000',
  }
  for (const [at, line] of Object.entries(bad)) lines[Number(at)] = line
  const seen = await preview([heading, ...lines].join('\n'))
  expect(seen.counts).toEqual({ new: 993, changed: 0, unchanged: 0, bad: 7 })
  expect(seen.problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
    '12 price bad-price',
    '22 category no-such-category',
    '32 sku sku-twice',
    '42 sku bad-sku',
    '52 product bad-slug',
    '62 name_ko missing',
    '72 null cell-count',
  ])
  expect(await api.db.product.count({ where: { slug: { startsWith: 'import-' } } })).toBe(0)
  const refused = await apply(seen.importId, true)
  expect(refused.body.error?.data?.details).toEqual({ reason: 'import-has-bad-lines' })
  expect(await api.db.product.count({ where: { slug: { startsWith: 'import-' } } })).toBe(0)

  const answers = await Promise.all([apply(seen.importId), apply(seen.importId)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await look(seen.importId)).status).toBe('APPLIED')
  expect(await api.db.product.count({ where: { slug: { startsWith: 'import-' } } })).toBe(993)
  const made = await api.db.variant.findUniqueOrThrow({
    where: { sku: 'IMP-999' },
    include: { stock: true, product: true },
  })
  expect(made).toMatchObject({ priceMinor: 10_999n, stock: { available: 5 }, product: { published: false } })
  expect(await api.db.stockChange.findMany({ where: { variantId: made.id }, orderBy: { id: 'asc' } })).toMatchObject([
    { kind: 'opened', availableAfter: 0 },
    { kind: 'imported', note: 'goods.csv', operatorId: operator.userId, availableBefore: 0, availableAfter: 5 },
  ])
  expect(await api.db.auditEntry.count({ where: { action: 'catalogue.import-product' } })).toBe(993)
})

test('what the shop sends out comes back as unchanged, formulas are none to a spreadsheet, and only who may take it out gets it', async () => {
  const { productId } = await seedProductWithStock(api.db, { units: 4 })
  const odd = { nameKo: '=1+1', nameEn: "'=quoted", detailsKo: '-5 cm\n"둘째 줄", 셋', detailsEn: '@SUM(A1)' }
  await api.db.product.update({ where: { id: productId }, data: odd })
  const url = `${api.url}/console/products.csv`
  expect((await fetch(url)).status).toBe(401)
  const support = await signInOperator(api, 'support')
  expect((await fetch(url, { headers: { cookie: cookieOf(support) } })).status).toBe(403)
  const answer = await fetch(url, { headers: { cookie: cookieOf(operator) } })
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const text = await answer.text()
  expect(text.split('\n')[0]).toBe(importColumns.join(','))
  expect(text).toContain("'=1+1")
  expect(text).not.toMatch(/(^|[,"])[=@]/m)
  const seen = await preview(text)
  expect(seen.problems).toEqual([])
  expect(seen.counts).toMatchObject({ new: 0, changed: 0, bad: 0 })
  expect(seen.counts.unchanged).toBe(await api.db.variant.count())
})

test('a file that a Korean spreadsheet wrote is read', async () => {
  const { slug, variantId } = await seedProductWithStock(api.db, { units: 4 })
  // 접시 in EUC-KR.
  const name = new Uint8Array([0xc1, 0xa2, 0xbd, 0xc3])
  const before = new TextEncoder().encode(`product,sku,name_ko\r\n${slug},${variantId},`)
  const { body } = await send(new Uint8Array([...before, ...name]))
  expect((await look(body.importId)).changes).toMatchObject([{ fields: [{ column: 'name_ko', after: '접시' }] }])
})

test('where the shop has changed since the preview so that more lines are wrong, nothing is written', async () => {
  const [one, two] = [
    await seedProductWithStock(api.db, { units: 4 }),
    await seedProductWithStock(api.db, { units: 4 }),
  ]
  const seen = await preview(
    `product,sku,price,available,available_new\n${one.slug},${one.variantId},31000,4,4\n${two.slug},${two.variantId},31000,4,1`,
  )
  expect(seen.counts).toMatchObject({ changed: 2, bad: 0 })
  await api.db.stock.update({ where: { variantId: two.variantId }, data: { available: 2, sold: 2 } })
  const refused = await apply(seen.importId)
  expect(refused.body.error?.data?.details).toEqual({ reason: 'import-changed' })
  expect(await api.db.variant.findUnique({ where: { id: one.variantId } })).toMatchObject({ priceMinor: 28_000n })
  expect((await operator.mutate('admin.catalogue.discardImport', { importId: seen.importId })).status).toBe(200)
  expect((await apply(seen.importId)).body.error?.data?.details).toEqual({ reason: 'import-ended' })
})

test('a new price and new stock reach the shop, and the product is at its next version', async () => {
  const { slug, variantId, productId } = await seedProductWithStock(api.db, { units: 4 })
  const seen = await preview(`product,sku,price,available,available_new\n${slug},${variantId},31000,4,9`)
  await apply(seen.importId)
  const shown = await operator.query('store.catalogue.get', { locale: 'en', slug })
  expect(shown.body.result?.data?.variants).toMatchObject([{ price: { amountMinor: '31000' }, available: 9 }])
  expect(await api.db.product.findUnique({ where: { id: productId } })).toMatchObject({ version: 2, published: true })
})
