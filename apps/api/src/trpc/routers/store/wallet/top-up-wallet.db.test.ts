import { newId } from '@makegood/core/ids'
import { inTransaction } from '@makegood/db/client'
import { changeWallet } from '@makegood/db/wallet/change-wallet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ RATE_LIMIT_CHECKOUT_PER_MINUTE: '4' })
})
afterAll(() => api.stop())

const newShopper = async () => {
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  return { browser, userId }
}
const newTopUp = () => ({ topUpId: newId('topUp', new Date()), amountMinor: '50000', paymentMethod: 'pm_card_visa' })

test('a guest has no wallet to see or to top up', async () => {
  const guest = createTestBrowser(api)
  const answers = [
    await guest.query('store.wallet.get'),
    await guest.query('store.wallet.listEntries', {}),
    await guest.query('store.wallet.getTopUp', { topUpId: newId('topUp', new Date()) }),
    await guest.mutate('store.wallet.topUp', newTopUp()),
  ]
  expect(answers.map(answer => answer.status)).toEqual([401, 401, 401, 401])
})

test('a new shopper has nothing, and is told how much may be put in at once', async () => {
  const { browser } = await newShopper()
  expect((await browser.query('store.wallet.get')).body.result?.data).toEqual({
    balance: { amountMinor: '0', currency: 'KRW' },
    topUpMin: { amountMinor: '1000', currency: 'KRW' },
    topUpMax: { amountMinor: '1000000', currency: 'KRW' },
  })
})

test('the same top-up sent twice is one; another amount under its id, and one out of bounds, are refused', async () => {
  const { browser } = await newShopper()
  const topUp = newTopUp()
  for (let i = 0; i < 2; i += 1) expect((await browser.mutate('store.wallet.topUp', topUp)).status).toBe(200)
  expect(await api.db.walletTopUp.count({ where: { id: topUp.topUpId } })).toBe(1)
  const other = await browser.mutate('store.wallet.topUp', { ...topUp, amountMinor: '60000' })
  expect(other.body.error?.data?.shopCode).toBe('top-up-id-taken')
  const tooMuch = await browser.mutate('store.wallet.topUp', { ...newTopUp(), amountMinor: '1000001' })
  expect(tooMuch.body.error?.data).toMatchObject({ shopCode: 'top-up-amount', details: { maxMinor: '1000000' } })
  expect((await browser.mutate('store.wallet.topUp', newTopUp())).status).toBe(429)

  const view = await browser.query('store.wallet.getTopUp', { topUpId: topUp.topUpId })
  expect(view.body.result?.data).toMatchObject({ id: topUp.topUpId, status: 'OPEN', amount: { amountMinor: '50000' } })
  const { browser: stranger } = await newShopper()
  expect((await stranger.query('store.wallet.getTopUp', { topUpId: topUp.topUpId })).status).toBe(404)
})

test('the ledger is its own shopper’s to see, page by page, and no cursor breaks it', async () => {
  const { browser, userId } = await newShopper()
  const { browser: stranger } = await newShopper()
  for (let i = 1; i <= 31; i += 1)
    await inTransaction(api.db, tx =>
      changeWallet(tx, {
        userId,
        kind: 'ADJUSTMENT',
        amountMinor: 100n,
        currency: 'KRW',
        key: `test:${userId}:${i}`,
        orderId: null,
      }),
    )
  const list = async (input: object, from = browser) => from.query('store.wallet.listEntries', input)
  const first = (await list({})).body.result?.data as { entries?: unknown[]; nextCursor?: string } | undefined
  expect(first?.entries).toHaveLength(30)
  expect(first?.entries?.[0]).toMatchObject({ version: 31, balanceAfter: { amountMinor: '3100' } })
  expect((await list({ cursor: first?.nextCursor })).body.result?.data).toMatchObject({
    entries: [{ version: 1 }],
    nextCursor: null,
  })
  expect((await list({}, stranger)).body.result?.data).toEqual({ entries: [], nextCursor: null })
  for (const cursor of ['x', '-1', '99999999999', "' or 1=1 --"]) expect((await list({ cursor })).status).toBe(400)
})
