import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideContact, hideEmail, hideName, hidePhone } from './hide-contact.ts'
import type { OrderView } from './views.ts'

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

test('of an order that is seen by its link neither contact nor the guest’s own words can be read, the shop’s can', () => {
  const secrets = [
    'mina.kim@example.com',
    '010-1234-5678',
    '김하나',
    '3층 302호',
    '비밀번호 1234',
    '문 앞에 두지 마세요',
  ]
  const [email = '', phone = '', recipient = '', address2 = '', deliveryNote = '', note = ''] = secrets
  const seen = hideContact({
    email,
    contactHidden: false,
    address: { country: 'KR', recipient, phone, postcode: '03187', address1: '새문안로 55', address2, deliveryNote },
    cancellation: { by: 'operator', note: '가마가 깨졌습니다.' },
    returns: [{ note }],
  } as unknown as OrderView)
  for (const secret of secrets) expect(JSON.stringify(seen)).not.toContain(secret)
  expect(seen.contactHidden).toBe(true)
  expect(seen.cancellation?.note).toBe('가마가 깨졌습니다.')
})
