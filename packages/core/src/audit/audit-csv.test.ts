import { expect, test } from 'vitest'
import { toAuditCsv } from './audit-csv.ts'

const row = {
  id: 'aud_1',
  at: '2026-11-25T20:22:10.000Z',
  actorKind: 'operator',
  actorId: 'usr_1',
  actorName: 'Mina',
  actorEmail: null,
  action: 'order.cancel',
  orderId: 'ord_1',
  orderNumber: '100001',
  subject: 'can_1',
  reason: '',
  details: {},
}
const lineOf = (changes: Partial<typeof row>) => toAuditCsv([{ ...row, ...changes }]).split('\r\n')[1]

test('what a shopper or operator typed is never a formula, and never leaves its field', () => {
  for (const reason of ['=1+1', '+1', '-1', '@sum', '\tx']) expect(lineOf({ reason })).toContain(`,'${reason}`)
  expect(lineOf({ reason: 'a "b", c\r\nd' })?.concat('')).toContain('"a ""b"", c')
  expect(lineOf({ actorName: '=cmd' })).toContain(",'=cmd,")
})

test('an entry has its moment, who, act, order and subject', () => {
  expect(lineOf({})).toBe('2026-11-25T20:22:10.000Z,Mina,operator,order.cancel,100001,can_1,,{}')
})
