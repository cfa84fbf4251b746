import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogger } from './create-logger.ts'

const capture = () => {
  const lines: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  return { logger: createLogger('debug', stream), text: () => lines.join('') }
}

test('personal fields never appear, at any depth that the code logs', () => {
  const { logger, text } = capture()
  const person = {
    email: 'mina@example.com',
    recipient: 'Kim Mina',
    address1: 'Seocho-daero 11',
    phone: '010-1234-5678',
  }
  logger.info(person, 'one')
  logger.info({ input: person }, 'two')
  logger.info({ order: { lines: [{ to: { deep: person } }] } }, 'three')
  logger.child(person).info('five')
  logger.info({ req: { headers: { cookie: 'mg_visitor=abc', authorization: 'Bearer xyz' } } }, 'four')
  for (const secret of ['mina@example.com', 'Kim Mina', 'Seocho', '010-1234', 'mg_visitor=abc', 'xyz'])
    expect(text()).not.toContain(secret)
  expect(text()).toContain('[redacted]')
})

test('e-mail addresses, keys and card numbers are taken out of messages and errors too', () => {
  const { logger, text } = capture()
  logger.error(
    { err: new Error('no mail to mina@example.com with sk_test_12345678') },
    'card 4242 4242 4242 4242 said no',
  )
  logger.warn('Bearer abc.def.ghi and pm_123abc')
  for (const secret of ['mina@', 'sk_test_', '4242 4242', 'abc.def', 'pm_123abc']) expect(text()).not.toContain(secret)
})

test("a database error keeps its code and frames, and none of the statement's values", () => {
  const { logger, text } = capture()
  const error = Object.assign(new Error('Failing row contains (ord_1, Kim Mina, Seocho-daero 11)'), {
    name: 'PrismaClientKnownRequestError',
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode: '23514', originalMessage: 'Kim Mina' } } },
  })
  logger.error({ err: error }, 'failed')
  expect(text()).not.toContain('Mina')
  expect(text()).toContain('P2010 23514')
  expect(text()).toContain('    at ')
})
