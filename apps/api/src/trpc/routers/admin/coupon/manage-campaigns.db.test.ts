import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const signUpAs = async (role: string) => {
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  await api.db.user.update({ where: { id: userId }, data: { role } })
  return { browser, userId }
}
const day = 24 * 60 * 60 * 1000
const newCampaign = () => ({
  campaignId: newId('campaign', new Date()),
  kind: 'PERCENT',
  percent: 15,
  amountMinor: '5000',
  nameKo: '봄맞이 15%',
  nameEn: 'Spring 15%',
  minimumMinor: '30000',
  validFrom: new Date(Date.now() - day).toISOString(),
  validTo: new Date(Date.now() + day).toISOString(),
  quantity: 2,
})
const auditOf = (subject: string) => api.db.auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })

test('support and finance look at campaigns and change none', async () => {
  for (const role of ['support', 'finance']) {
    const { browser } = await signUpAs(role)
    expect((await browser.query('admin.coupon.list', {})).status).toBe(200)
    const campaign = newCampaign()
    const { campaignId } = campaign
    const reason = 'not theirs'
    const answers = [
      await browser.mutate('admin.coupon.create', campaign),
      await browser.mutate('admin.coupon.stop', { campaignId, reason }),
      await browser.mutate('admin.coupon.extend', { campaignId, quantity: 9, reason }),
    ]
    expect(answers.map(answer => answer.status)).toEqual([403, 403, 403])
    expect(await auditOf(campaignId)).toEqual([])
  }
})

test('a campaign that no coupon could keep to is refused before anything is written', async () => {
  const { browser } = await signUpAs('operations')
  const wrong = [
    { percent: 0 },
    { percent: 101 },
    { quantity: 0 },
    { quantity: 100_001 },
    { amountMinor: '0' },
    { nameKo: ' ' },
    { kind: 'FIXED', percent: null, amountMinor: null },
    { validTo: new Date(Date.now() - 2 * day).toISOString() },
  ]
  for (const changed of wrong) {
    const campaign = { ...newCampaign(), ...changed }
    expect((await browser.mutate('admin.coupon.create', campaign)).body.error?.data?.shopCode).toBe('invalid-input')
    expect(await api.db.couponCampaign.count({ where: { id: campaign.campaignId } })).toBe(0)
  }
})

test('a campaign is made once for its id, with one audit entry that names its maker', async () => {
  const { browser, userId } = await signUpAs('operations')
  const campaign = newCampaign()
  const create = (changed = {}) => browser.mutate('admin.coupon.create', { ...campaign, ...changed })
  const answers = await Promise.all(Array.from({ length: 5 }, () => create()))
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200, 200])
  expect((await create({ percent: 20 })).body.error?.data?.shopCode).toBe('conflict')
  expect(await auditOf(campaign.campaignId)).toMatchObject([
    { actorKind: 'operator', actorId: userId, action: 'coupon.create' },
  ])
  expect((await browser.query('admin.coupon.list', {})).body.result?.data?.campaigns).toContainEqual(
    expect.objectContaining({ id: campaign.campaignId, quantity: 2, claimed: 0, redeemed: 0 }),
  )
})

test('a campaign that is sold out gives again once it is extended, and only grows', async () => {
  const { browser } = await signUpAs('admin')
  const campaign = { ...newCampaign(), quantity: 1 }
  const { campaignId } = campaign
  await browser.mutate('admin.coupon.create', campaign)
  const [first, second] = [(await signUpAs('shopper')).browser, (await signUpAs('shopper')).browser]
  expect((await first.mutate('store.coupon.claim', { campaignId })).status).toBe(200)
  expect((await second.mutate('store.coupon.claim', { campaignId })).status).toBe(409)

  const extend = (changed: object) =>
    browser.mutate('admin.coupon.extend', { campaignId, reason: 'so many asked', ...changed })
  for (const less of [{ quantity: 0 }, { validTo: new Date().toISOString() }, {}])
    expect((await extend(less)).body.error?.data?.shopCode).toBe('invalid-input')
  expect((await extend({ quantity: 2 })).status).toBe(200)
  expect((await extend({ quantity: 1 })).body.error?.data).toMatchObject({ details: { reason: 'campaign-only-grows' } })
  expect((await second.mutate('store.coupon.claim', { campaignId })).status).toBe(200)
  expect((await auditOf(campaignId)).map(entry => [entry.action, entry.reason])).toEqual([
    ['coupon.create', ''],
    ['coupon.extend', 'so many asked'],
  ])
})

test('a campaign that was stopped gives none from that moment, is stopped once, and cannot be extended', async () => {
  const { browser } = await signUpAs('operations')
  const campaign = newCampaign()
  const { campaignId } = campaign
  await browser.mutate('admin.coupon.create', campaign)
  const [first, second] = [(await signUpAs('shopper')).browser, (await signUpAs('shopper')).browser]
  await first.mutate('store.coupon.claim', { campaignId })
  const stop = () => browser.mutate('admin.coupon.stop', { campaignId, reason: 'a wrong percentage' })
  expect([(await stop()).status, (await stop()).status]).toEqual([200, 200])
  const refused = await second.mutate('store.coupon.claim', { campaignId })
  expect(refused.body.error?.data?.shopCode).toBe('coupon-not-valid')
  const own = await first.query('store.coupon.listOwn', { locale: 'en' })
  expect(own.body.result?.data?.coupons).toMatchObject([{ state: 'stopped' }])
  const extended = await browser.mutate('admin.coupon.extend', { campaignId, quantity: 9, reason: 'more of them' })
  expect(extended.body.error?.data?.shopCode).toBe('coupon-not-valid')
  expect((await auditOf(campaignId)).map(entry => entry.action)).toEqual(['coupon.create', 'coupon.stop'])
  const unknown = { campaignId: newId('campaign', new Date()), reason: 'nothing there' }
  expect((await browser.mutate('admin.coupon.stop', unknown)).status).toBe(404)
})
