import { expect, test } from 'vitest'
import { describeDetails } from './describe-details.ts'

const won = (amountMinor: string) => ({ kind: 'money', amount: { amountMinor, currency: 'KRW' } })
const text = (text: string) => ({ kind: 'text', text })

test('facts are told one by one, amounts and moments as such, and nothing that is empty', () => {
  expect(
    describeDetails({
      note: '',
      lines: [],
      amountMinor: '51000',
      currency: 'KRW',
      withoutGoods: true,
      at: '2026-11-27T09:54:28.008Z',
      generation: 2,
      amount: { amountMinor: '31000', currency: 'KRW' },
    }),
  ).toEqual([
    { field: 'amountMinor', value: won('51000') },
    { field: 'withoutGoods', value: { kind: 'flag', is: true } },
    { field: 'at', value: { kind: 'moment', text: '2026-11-27T09:54:28.008Z' } },
    { field: 'generation', value: text('2') },
    { field: 'amount', value: won('31000') },
  ])
})

test('before and after stand beside each other, field by field, and what is the same is not told', () => {
  expect(
    describeDetails({ before: { quantity: 3, validTo: 'same' }, after: { quantity: 5, validTo: 'same' } }),
  ).toEqual([{ field: 'quantity', before: text('3'), value: text('5') }])
  expect(describeDetails({ before: 'support', after: 'admin' })).toEqual([
    { field: 'value', before: text('support'), value: text('admin') },
  ])
  expect(describeDetails({ before: 'She will call back.' })).toEqual([
    { field: 'before', value: text('She will call back.') },
  ])
  expect(describeDetails({ kind: 'counted', before: 2, after: 6 })).toEqual([
    { field: 'kind', value: text('counted') },
    { field: 'value', before: text('2'), value: text('6') },
  ])
})

test('a list of changes is told change by change, also what is new or gone', () => {
  const changes = [
    { field: 'nameEn', before: 'Bowl', after: 'A bowl' },
    { variant: 'var_1', before: null, after: { sku: 'BOWL-1', priceMinor: '28000' } },
    { variant: 'var_2', field: 'active', before: true, after: false },
  ]
  expect(describeDetails({ version: 2, changes })).toEqual([
    { field: 'version', value: text('2') },
    { field: 'nameEn', before: text('Bowl'), value: text('A bowl') },
    { field: 'variant', value: text('var_1') },
    { field: 'sku', before: null, value: text('BOWL-1') },
    { field: 'priceMinor', before: null, value: won('28000') },
    { field: 'variant', value: text('var_2') },
    { field: 'active', before: { kind: 'flag', is: true }, value: { kind: 'flag', is: false } },
  ])
})

test('of a very long one the first lines are told', () => {
  expect(describeDetails(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${at}`, at])))).toHaveLength(60)
})
