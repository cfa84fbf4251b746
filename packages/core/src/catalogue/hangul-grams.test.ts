import { expect, test } from 'vitest'
import { hangulGrams } from './hangul-grams.ts'

test('a letter has one number, a word the numbers of its pairs, and other alphabets none', () => {
  expect(hangulGrams('가')).toEqual([-1])
  expect(hangulGrams('힣')).toEqual([-11_172])
  expect(hangulGrams('가각')).toEqual([1])
  expect(hangulGrams('각가각가')).toEqual([11_172, 1])
  expect(hangulGrams('a가-각b')).toEqual([-1, -2])
  expect(hangulGrams('bowl ㅊㅈ 1')).toEqual([])
  expect(hangulGrams('힣힣')[0]).toBeLessThan(2 ** 31)
})
