import { expect, test } from 'vitest'
import { auditAddress, readAuditQuery } from './audit-query.ts'

test('what an address asks that makes no sense is left out, and the rest is asked', () => {
  expect(readAuditQuery({ by: 'nobody', act: "x' or 1", from: 'soon', who: ['a', 'b'], about: ' ' })).toEqual({})
  expect(readAuditQuery({ by: 'operator', act: 'incident.', from: '2026-11-01', to: 'never' })).toEqual({
    by: 'operator',
    act: 'incident.',
    from: '2026-11-01',
  })
})

test('an address made of a query asks for it', () => {
  const query = { who: 'mina & co', about: '100001', cursor: '2026-11-26T00:00:00.000Z_aud_1' }
  const { searchParams } = new URL(auditAddress(query), 'http://shop.test')
  expect(readAuditQuery(Object.fromEntries(searchParams))).toEqual(query)
})
