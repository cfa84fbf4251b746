import { expect, test } from 'vitest'
import { maskSecrets } from './mask-secrets.ts'

test('secrets and card numbers are masked at any depth, the rest stays', () => {
  const value = {
    paymentId: 'pay_1',
    clientSecret: 'cs_live',
    nested: [{ apiToken: 'x', note: 'card 4242 4242 4242 4242 was used' }],
    card: { cardNumber: '4242424242424242', cvc: '123', last4: '4242' },
    amount: 28_000,
  }
  expect(maskSecrets(value)).toEqual({
    paymentId: 'pay_1',
    clientSecret: '•••',
    nested: [{ apiToken: '•••', note: 'card ••• was used' }],
    card: { cardNumber: '•••', cvc: '•••', last4: '4242' },
    amount: 28_000,
  })
})

test('what refers to itself ends', () => {
  const value: Record<string, unknown> = {}
  value.self = value
  expect(JSON.stringify(maskSecrets(value))).toContain('•••')
})
