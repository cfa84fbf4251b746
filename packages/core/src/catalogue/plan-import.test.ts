import { expect, test } from 'vitest'
import type { ImportColumn } from './import-columns.ts'
import { type ImportTargets, planImport } from './plan-import.ts'
import { readImportRow } from './read-import-row.ts'

const targets: ImportTargets = {
  categories: new Set(['bowls', 'cups']),
  products: new Map([
    [
      'bowl',
      {
        id: 'prd_1',
        values: { category: 'bowls', state: 'published', name_ko: '대접', name_en: 'Bowl', mended: 'no' },
        variants: [{ sku: 'BOWL-1', sold: true }],
      },
    ],
  ]),
  variants: new Map([
    [
      'BOWL-1',
      { id: 'var_1', product: 'bowl', values: { price: '28000', available: '6', sold: 'yes', option_en: 'One' } },
    ],
    ['OTHER-1', { id: 'var_2', product: 'other', values: {} }],
  ]),
}
const plan = (...lines: Partial<Record<ImportColumn, string>>[]) => {
  const read = lines.map((cells, index) => readImportRow({ line: index + 2, cells }))
  const problems = read.flatMap(answer => ('problems' in answer ? answer.problems : []))
  const planned = planImport(
    read.flatMap(answer => ('row' in answer ? [answer.row] : [])),
    targets,
  )
  return { lines: planned.lines, problems: [...problems, ...planned.problems] }
}
const codes = (...lines: Partial<Record<ImportColumn, string>>[]) =>
  plan(...lines).problems.map(problem => `${problem.line} ${problem.column} ${problem.code}`)
const known = { product: 'bowl', sku: 'BOWL-1' }
const made = {
  product: 'cup',
  sku: 'CUP-1',
  category: 'cups',
  name_ko: '잔',
  name_en: 'Cup',
  option_ko: '기본',
  option_en: 'One',
  price: '9000',
}

test('everything that is wrong with a line is named by its line and column, and keeps no other out', () => {
  expect(codes({ ...known, price: '12,000', mended: 'maybe' }, { ...known, price: '29000' })).toEqual([
    '2 price bad-price',
    '2 mended bad-yes-no',
  ])
  expect(codes({ product: '', sku: '' })).toEqual(['2 product missing', '2 sku missing'])
  expect(codes({ ...known, category: 'nowhere' })).toEqual(['2 category no-such-category'])
  expect(codes({ ...known, name_ko: ' ', details_ko: 'x'.repeat(4001) })).toEqual([
    '2 name_ko missing',
    '2 details_ko too-long',
  ])
  expect(codes({ product: 'bowl', sku: '=cmd' })).toEqual(['2 sku bad-sku'])
  expect(codes({ product: 'bowl', sku: 'OTHER-1', option_ko: '가', option_en: 'A', price: '1' })).toEqual([
    '2 sku sku-of-another',
  ])
  expect(codes(known, known)).toEqual(['3 sku sku-twice'])
  expect(codes({ product: 'cup', sku: 'CUP-1', price: '9000' })).toEqual([
    '2 category missing',
    '2 name_ko missing',
    '2 name_en missing',
    '2 option_ko missing',
    '2 option_en missing',
  ])
  expect(codes(made, { ...made, sku: 'CUP-2', name_en: 'Mug' })).toEqual(['3 name_en contradicts'])
  expect(codes({ ...known, sold: 'no' })).toEqual(['2 sold nothing-to-sell'])
})

test('what is there already is unchanged, and a change is told with before and after', () => {
  expect(plan({ ...known, price: '28000', name_ko: '대접' }).lines).toMatchObject([{ what: 'unchanged', changes: [] }])
  expect(plan({ ...known, price: '29000' }).lines).toMatchObject([
    { what: 'changed', changes: [{ column: 'price', before: '28000', after: '29000' }] },
  ])
  expect(plan(made).lines).toMatchObject([{ what: 'new', product: 'cup' }])
})

test('what was sold since the file was made stays sold: stock changes by the difference, and never below nothing', () => {
  expect(plan({ ...known, available: '10', available_new: '15' }).lines[0]).toMatchObject({
    stockBy: 5,
    changes: [{ column: 'available_new', before: '6', after: '11' }],
  })
  expect(plan({ ...known, available: '10', available_new: '' }).lines[0]).toMatchObject({
    what: 'unchanged',
    stockBy: 0,
  })
  expect(plan({ ...known, available_new: '2' }).lines[0]).toMatchObject({ stockBy: -4 })
  expect(codes({ ...known, available: '10', available_new: '3' })).toEqual(['2 available_new too-few'])
})
