import { expect, test } from 'vitest'
import { readOrderSearch } from './read-order-search.ts'

test('nothing to look for is nothing', () => {
  for (const typed of ['', '   ', '--', '( )']) expect(readOrderSearch(typed)).toBeNull()
})

test('a number is looked for as a number, as a phone’s end and as a reference', () => {
  expect(readOrderSearch(' 100123 ')).toEqual({ number: '100123', phoneEnd: '321001', reference: '100123' })
  expect(readOrderSearch('#100123')).toEqual({ number: '100123' })
  expect(readOrderSearch('0100123')).toEqual({ phoneEnd: '3210010', reference: '0100123' })
  expect(readOrderSearch('12')).toEqual({ number: '12', reference: '12' })
})

test('a phone is found however it is written', () => {
  const phoneEnd = '87654321010'
  expect(readOrderSearch('010-1234-5678')).toEqual({ phoneEnd })
  expect(readOrderSearch('(010) 1234 5678')).toEqual({ phoneEnd })
  expect(readOrderSearch('+82 10-1234-5678')).toEqual({ phoneEnd: '8765432101' })
})

test('a mail is a mail, a reference a reference, and a word a name, a product or the beginning of a mail', () => {
  expect(readOrderSearch('Mina@Example.com')).toEqual({ email: 'mina@example.com' })
  expect(readOrderSearch('pi_3Qx')).toEqual({ reference: 'pi_3Qx', product: 'pi_3Qx' })
  expect(readOrderSearch('김미나')).toEqual({ recipient: '김미나', product: '김미나' })
  expect(readOrderSearch('moon jar')).toEqual({ recipient: 'moon jar', product: 'moon jar' })
  expect(readOrderSearch('Mina')).toEqual({ recipient: 'Mina', product: 'Mina', email: 'mina', reference: 'Mina' })
})
