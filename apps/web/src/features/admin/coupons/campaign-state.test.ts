import { expect, test } from 'vitest'
import { type Campaign, campaignStateOf } from './campaign-state.ts'

const campaign = (changed: Partial<Campaign>, stopped = false): Campaign => ({
  id: 'cpn_1',
  nameKo: '봄',
  nameEn: 'Spring',
  quantity: 10,
  claimed: 3,
  redeemed: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
  ...changed,
  terms: {
    kind: 'PERCENT',
    percent: 10,
    amount: null,
    minimum: { amountMinor: '0', currency: 'KRW' },
    validFrom: '2026-11-10T00:00:00.000Z',
    validTo: '2026-11-20T00:00:00.000Z',
    stopped,
  },
})
const at = (day: string) => new Date(`2026-11-${day}T12:00:00.000Z`)

test('a campaign is what shoppers meet: stopped before all, then its time, then its number', () => {
  expect(campaignStateOf(campaign({}, true), at('12'))).toBe('stopped')
  expect(campaignStateOf(campaign({}), at('05'))).toBe('soon')
  expect(campaignStateOf(campaign({}), at('12'))).toBe('open')
  expect(campaignStateOf(campaign({ claimed: 10 }), at('12'))).toBe('gone')
  expect(campaignStateOf(campaign({ claimed: 10 }), at('21'))).toBe('ended')
})
