import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideEmail, hideName, hidePhone } from './hide-contact.ts'

test('of an address, a number and a name only so much is left that their owner knows them', () => {
  expect(hideEmail('mina.kim@example.com')).toBe('m•••@e•••.com')
  expect(hidePhone('010-1234-5678')).toBe('010-••••-5678')
  expect(hidePhone('+14155550123')).toBe('+141••••0123')
  expect(hideName('김하나')).toBe('김••')
  expect(hideName('🏺 Kim')).toBe('🏺••')
})

test('whatever an e-mail is, neither its name nor its host can be read from what is shown', () => {
  fc.assert(
    fc.property(fc.emailAddress(), email => {
      const [name = '', host = ''] = email.split('@')
      const shown = hideEmail(email)
      if (name.length > 1) expect(shown).not.toContain(name)
      expect(shown).not.toContain(host)
    }),
  )
})

test('of a number no more than seven digits are shown', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{9,14}$/), phone => {
      expect(hidePhone(phone).replace(/\D/g, '').length).toBeLessThanOrEqual(7)
    }),
  )
})
