import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCarrierEvent } from './read-carrier-event.ts'
import { verifyCarrierWebhook } from './verify-carrier-webhook.ts'

const secret = 'carriersec_verifytest1234'
const now = new Date('2026-11-21T08:00:00.900Z')
const seconds = Math.floor(now.getTime() / 1000)
const data = {
  shipmentRef: 'shp_1',
  key: 'key-1',
  orderId: 'ord_1',
  trackingNo: '123456789012',
  kind: 'delivery',
  status: 'handed-over',
}
const sent = { id: 'cev_1', type: 'shipment.handed_over', createdAt: '2026-11-21T07:59:59.000Z', data }
const body = JSON.stringify(sent)

const sign = (payload: string, { at = seconds, with: key = secret } = {}) =>
  `t=${at},v1=${createHmac('sha256', key).update(`${at}.${payload}`).digest('hex')}`
const verify = (payload: string, signature: string | undefined = sign(payload)) =>
  verifyCarrierWebhook(Buffer.from(payload), signature, secret, now)

test('a forged signature is refused: none, another secret, another body, another time, a bare hash', () => {
  expect(verifyCarrierWebhook(body, undefined, secret, now)).toEqual({ ok: false, reason: 'no-signature' })
  expect(verify(body, '')).toEqual({ ok: false, reason: 'no-signature' })
  expect(verify(body, sign(body, { with: 'carriersec_another12345' }))).toEqual({
    ok: false,
    reason: 'wrong-signature',
  })
  expect(verify(body.replace('ord_1', 'ord_2'), sign(body))).toEqual({ ok: false, reason: 'wrong-signature' })
  expect(verify(body, sign(body).replace(`t=${seconds}`, `t=${seconds - 1}`))).toEqual({
    ok: false,
    reason: 'wrong-signature',
  })
  for (const header of ['nonsense', `t=${seconds}`, `t=${seconds},v1=abc`, `${sign(body)},v1=${'0'.repeat(64)}`])
    expect(verify(body, header)).toEqual({ ok: false, reason: 'wrong-signature' })
})

test('without a secret of ours nothing is believed, not even what is signed with an empty one', () => {
  for (const empty of ['', '  '])
    expect(verifyCarrierWebhook(body, sign(body, { with: empty }), empty, now)).toEqual({
      ok: false,
      reason: 'no-secret',
    })
})

test('a signature is good for 300 seconds, back and ahead, and no second longer', () => {
  expect(verify(body, sign(body, { at: seconds - 301 }))).toEqual({ ok: false, reason: 'too-old' })
  expect(verify(body, sign(body, { at: seconds + 301 }))).toEqual({ ok: false, reason: 'too-new' })
  expect(verify(body, sign(body, { at: seconds - 300 }))).toMatchObject({ ok: true })
  expect(verify(body, sign(body, { at: seconds + 300 }))).toMatchObject({ ok: true })
})

test('signed nonsense is unreadable and never thrown', () => {
  for (const payload of ['{', '[]', '"text"', 'null', '{"id":1}', '{"id":"cev_1"}'])
    expect(verify(payload)).toEqual({ ok: false, reason: 'unreadable' })
})

test('a body that is not the text it looks like is checked byte for byte', () => {
  const bytes = Buffer.concat([Buffer.from(body), Buffer.from([0xff])])
  const at = seconds
  const hash = createHmac('sha256', secret).update(`${at}.`).update(bytes).digest('hex')
  expect(verifyCarrierWebhook(bytes, `t=${at},v1=${hash}`, secret, now)).toEqual({ ok: false, reason: 'unreadable' })
})

test('an event is read with the shop’s own ids', () => {
  expect(verify(body)).toEqual({
    ok: true,
    id: 'cev_1',
    type: 'shipment.handed_over',
    event: { id: 'cev_1', type: 'shipment.handed_over', createdAt: new Date(sent.createdAt), ...data },
  })
})

test.each([
  ['shipment.handed_over', 'handed-over'],
  ['shipment.in_transit', 'in-transit'],
  ['shipment.delivered', 'delivered'],
  ['shipment.lost', 'lost'],
  ['shipment.refused', 'refused'],
  ['shipment.returned', 'returned'],
  ['shipment.cancelled', 'cancelled'],
])('%s says that the parcel is %s', (type, status) => {
  expect(readCarrierEvent({ ...sent, type, data: { ...data, status } })).toMatchObject({ type, status })
})

test('a type that the shop does not know, and an event that contradicts itself, is null, and still verified', () => {
  for (const strange of [
    { ...sent, type: 'shipment.weighed' },
    { ...sent, type: 'constructor' },
    { ...sent, type: 'shipment.delivered' },
    { ...sent, createdAt: 'yesterday' },
    { ...sent, data: { ...data, orderId: '' } },
    { ...sent, data: { ...data, status: 'on the moon' } },
  ]) {
    expect(readCarrierEvent(strange)).toBeNull()
    expect(verify(JSON.stringify(strange))).toEqual({ ok: true, id: 'cev_1', type: strange.type, event: null })
  }
})
