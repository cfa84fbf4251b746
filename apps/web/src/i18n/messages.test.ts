import { errorCodes } from '@makegood/core/errors'
import { orderStatuses, orderTransitions } from '@makegood/core/order/order-states'
import { progressStageSchema } from '@makegood/core/order/views'
import { expect, test } from 'vitest'
import en from '../../messages/en.json' with { type: 'json' }
import ko from '../../messages/ko.json' with { type: 'json' }

const leaves = (node: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key))
    : [[path, String(node)]]

const argumentsOf = (text: string): readonly string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)(?=, |\})/g), match => match[1] ?? ''))].sort()

test('both languages have the same keys', () => {
  const keys = (messages: unknown) =>
    leaves(messages)
      .map(([path]) => path)
      .sort()
  expect(keys(en)).toEqual(keys(ko))
})

test('no words are empty, and none were left untranslated in Korean', () => {
  expect(leaves(ko).filter(([, text]) => text.trim() === '')).toEqual([])
  const latin = leaves(ko).filter(([, text]) => !/[가-힣]/.test(text))
  const wordless = ['meta.template', 'list.pageOf', 'admin.took.ms']
  expect(latin.map(([path]) => path).filter(path => !wordless.includes(path))).toEqual([])
})

test('both languages are given the same values to fill in', () => {
  const english = new Map(leaves(en))
  const different = leaves(ko).filter(([path, text]) => {
    const other = argumentsOf(english.get(path) ?? '')
    return argumentsOf(text).join() !== other.join()
  })
  expect(different.map(([path]) => path)).toEqual([])
})

test('every refusal of the api has words', () => {
  for (const code of Object.keys(errorCodes)) expect(Object.keys(ko.errors)).toContain(code)
})

test('every state, stage and reason of an order has words', () => {
  for (const status of orderStatuses) {
    expect(Object.keys(ko.order.statuses)).toContain(status)
    expect(Object.keys(ko.order.headlines)).toContain(status)
  }
  for (const id of progressStageSchema.shape.id.options) expect(Object.keys(ko.order.stages)).toContain(id)
  for (const { reason } of orderTransitions) expect(Object.keys(ko.admin.reasons)).toContain(reason)
})
