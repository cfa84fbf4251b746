import { expect, test } from 'vitest'
import { describeReturnActs, type ReturnFacts } from './describe-return-acts.ts'
import { returnStatuses } from './return-reasons.ts'

const facts: ReturnFacts = {
  status: 'REQUESTED',
  withoutGoods: false,
  waits: false,
  refundMinor: 8_000n,
  currency: 'KRW',
  left: { cardMinor: 5_000n, walletMinor: 5_000n },
  lines: [{ variantId: 'var_1', name: 'Bowl', quantity: 2 }],
}
const openIn = (act: keyof ReturnType<typeof describeReturnActs>) =>
  returnStatuses.filter(status => describeReturnActs({ ...facts, status })[act].refusal === null)

test('each act is open exactly in its states', () => {
  for (const act of ['accept', 'acceptWithoutGoods', 'reject'] as const) expect(openIn(act)).toEqual(['REQUESTED'])
  expect(openIn('receive')).toEqual(['ACCEPTED', 'PICKED_UP'])
})

test('while it waits for a second pair of eyes nothing of it can be decided, unless the carrier has the goods', () => {
  const refusals = (status: ReturnFacts['status']) =>
    Object.values(describeReturnActs({ ...facts, status, waits: true })).map(({ refusal }) => refusal)
  expect(refusals('REQUESTED')).toEqual(['approval-waiting', 'approval-waiting', 'approval-waiting', 'return-moved-on'])
  expect(refusals('ACCEPTED').at(-1)).toBe('approval-waiting')
  expect(refusals('PICKED_UP').at(-1)).toBe(null)
})

test('nothing can be received of a return that was accepted without its goods', () => {
  const { receive } = describeReturnActs({ ...facts, status: 'ACCEPTED', withoutGoods: true })
  expect(receive.refusal).toBe('return-moved-on')
})

test('accepting names the money by leg, card first, the parcel and the messages; without goods they are written off', () => {
  const { accept, acceptWithoutGoods, reject } = describeReturnActs(facts)
  expect(accept.consequences).toMatchObject({
    money: [
      { what: 'back-to-card', amount: { amountMinor: '5000' } },
      { what: 'back-to-wallet', amount: { amountMinor: '3000' } },
    ],
    stock: [{ what: 'as-received', quantity: 2 }],
    parcels: ['fetched'],
    messages: [{ template: 'return-accepted' }, { template: 'payment-refunded' }],
  })
  expect(acceptWithoutGoods.consequences).toMatchObject({ stock: [{ what: 'written-off' }], parcels: [] })
  expect(reject.consequences).toMatchObject({ money: [], stock: [], messages: [{ template: 'return-rejected' }] })
})

test('money that went back already is not promised again', () => {
  const { receive } = describeReturnActs({
    ...facts,
    status: 'PICKED_UP',
    left: { cardMinor: 0n, walletMinor: 2_000n },
  })
  expect(receive.consequences.money).toEqual([
    { what: 'back-to-wallet', amount: { amountMinor: '2000', currency: 'KRW' } },
  ])
})
