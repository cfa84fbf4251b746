import { newId } from '@makegood/core/ids'
import { expireApprovals } from '@makegood/db/approval/expire-approvals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, type TestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let support: TestBrowser & { userId: string }
let finance: TestBrowser & { userId: string }
let admin: TestBrowser & { userId: string }
beforeAll(async () => {
  api = await startTestApi({ POLICY_ADJUST_SUPPORT_MINOR: '1000', POLICY_ADJUST_FINANCE_MINOR: '5000' })
  support = await signInOperator(api, 'support')
  finance = await signInOperator(api, 'finance')
  admin = await signInOperator(api)
})
afterAll(() => api.stop())

const reason = 'a cup arrived chipped'
const customer = async () => (await createTestBrowser(api).signUp()).userId
const adjust = (by: TestBrowser, userId: string, amountMinor: string, adjustmentId = newId('approval', new Date())) =>
  by.mutate('admin.customer.adjustWallet', { adjustmentId, userId, amountMinor, reason })
const decide = (by: TestBrowser, approvalId: string, decision = 'approve') =>
  by.mutate('admin.approval.decide', { approvalId, decision, reason })
const balanceOf = async (userId: string) => (await api.db.wallet.findUnique({ where: { userId } }))?.balanceMinor ?? 0n
const ask = async (userId: string, amountMinor = '1001') => {
  const approvalId = newId('approval', new Date())
  const asked = await adjust(support, userId, amountMinor, approvalId)
  expect(asked.body.result?.data).toEqual({ outcome: 'waiting', approvalId })
  return approvalId
}
const codeOf = (answer: { body: { error?: { data?: { shopCode?: unknown } } } }) => answer.body.error?.data?.shopCode

test('an amount of nothing, a fraction, no reason and a customer who is not there change nothing', async () => {
  const userId = await customer()
  for (const amount of ['0', '1.5', '1e3', '', '-0', '99999999999999'])
    expect((await adjust(support, userId, amount)).status).toBe(400)
  const without = { adjustmentId: newId('approval', new Date()), userId, amountMinor: '1', reason: ' ' }
  expect((await support.mutate('admin.customer.adjustWallet', without)).status).toBe(400)
  expect(codeOf(await adjust(support, 'nobody', '10'))).toBe('not-found')
  expect(codeOf(await adjust(support, support.userId, '10'))).toBe('own-account')
  expect(await api.db.wallet.count()).toBe(0)
})

test('nothing can be taken out that is not there', async () => {
  const userId = await customer()
  expect(codeOf(await adjust(support, userId, '-10'))).toBe('wallet-too-low')
  await adjust(support, userId, '10')
  expect(codeOf(await adjust(finance, userId, '-11'))).toBe('wallet-too-low')
  expect(await balanceOf(userId)).toBe(10n)
})

test('up to the limit of the role it is done at once, and once for its id', async () => {
  const userId = await customer()
  const id = newId('approval', new Date())
  const answers = await Promise.all(Array.from({ length: 5 }, () => adjust(support, userId, '1000', id)))
  expect(answers.map(answer => answer.body.result?.data?.outcome)).toEqual(Array(5).fill('applied'))
  expect(await balanceOf(userId)).toBe(1000n)
  expect(await api.db.auditEntry.count({ where: { subject: userId, action: 'wallet.adjust' } })).toBe(1)
  expect((await adjust(finance, await customer(), '5000')).body.result?.data?.outcome).toBe('applied')
  expect((await adjust(finance, userId, '5001')).body.result?.data?.outcome).toBe('waiting')
})

test('many small ones of a day are together one large one, in and out, also at the same time; a day later they are not', async () => {
  const userId = await customer()
  const outcomeOf = async (answer: ReturnType<typeof adjust>) => (await answer).body.result?.data?.outcome
  const both = await Promise.all([outcomeOf(adjust(support, userId, '600')), outcomeOf(adjust(support, userId, '600'))])
  expect(both.sort()).toEqual(['applied', 'waiting'])
  expect(await outcomeOf(adjust(support, userId, '-401'))).toBe('waiting')
  expect(await outcomeOf(adjust(finance, userId, '4401'))).toBe('waiting')
  expect(await balanceOf(userId)).toBe(600n)
  await decide(finance, await ask(userId))
  expect(await outcomeOf(adjust(support, userId, '-400'))).toBe('applied')
  expect(await outcomeOf(adjust(support, userId, '1'))).toBe('waiting')
  await api.db.$executeRaw`alter table wallet_entry disable trigger user`
  await api.db.$executeRaw`update wallet_entry set at = at - interval '25 hours' where user_id = ${userId}`
  await api.db.$executeRaw`alter table wallet_entry enable trigger user`
  expect(await outcomeOf(adjust(support, userId, '1'))).toBe('applied')
})

test('above it nothing moves before somebody else approves, and nobody approves their own', async () => {
  const userId = await customer()
  const approvalId = await ask(userId)
  expect(await balanceOf(userId)).toBe(0n)
  expect((await decide(support, approvalId)).status).toBe(403)
  const own = newId('approval', new Date())
  await adjust(finance, userId, '5001', own)
  expect(codeOf(await decide(finance, own))).toBe('own-request')
  expect(await balanceOf(userId)).toBe(0n)
  expect((await decide(finance, approvalId)).status).toBe(200)
  expect(await balanceOf(userId)).toBe(1001n)
})

test('two who approve at once give it once, and the second is told', async () => {
  const userId = await customer()
  const approvalId = await ask(userId)
  const answers = await Promise.all([decide(finance, approvalId), decide(admin, approvalId), decide(admin, approvalId)])
  expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(answer => answer.status !== 200).map(codeOf))).toEqual(new Set(['approval-moved-on']))
  expect(await balanceOf(userId)).toBe(1001n)
})

test('what was refused, taken back or has run out is never done', async () => {
  const userId = await customer()
  const [refused, withdrawn, late] = [await ask(userId), await ask(userId), await ask(userId)]
  await decide(finance, refused, 'refuse')
  expect((await finance.mutate('admin.approval.withdraw', { approvalId: withdrawn })).status).toBe(403)
  expect((await support.mutate('admin.approval.withdraw', { approvalId: withdrawn })).status).toBe(200)
  await api.db.approval.update({ where: { id: late }, data: { expiresAt: new Date(Date.now() - 1) } })
  for (const id of [refused, withdrawn, late]) expect(codeOf(await decide(admin, id))).toBe('approval-moved-on')
  expect(await expireApprovals(api.db)).toBe(1)
  const states = await api.db.approval.findMany({ where: { userId }, orderBy: { id: 'asc' } })
  expect(states.map(row => row.state).sort()).toEqual(['EXPIRED', 'REFUSED', 'WITHDRAWN'])
  expect(await balanceOf(userId)).toBe(0n)
})

test('the ledger tells every adjustment, the newest first, to the console’s infinite query too, which says a direction', async () => {
  const userId = await customer()
  await adjust(support, userId, '10')
  await adjust(support, userId, '-3')
  for (const extra of [{}, { direction: 'forward' }]) {
    const page = await finance.query('admin.customer.listLedger', { userId, ...extra })
    expect(page.body.result?.data).toMatchObject({
      entries: [
        { kind: 'ADJUSTMENT', amount: { amountMinor: '-3' }, balanceAfter: { amountMinor: '7' } },
        { kind: 'ADJUSTMENT', amount: { amountMinor: '10' }, balanceAfter: { amountMinor: '10' } },
      ],
      nextCursor: null,
    })
  }
  const older = await finance.query('admin.customer.listLedger', { userId, cursor: '2', direction: 'forward' })
  expect(older.body.result?.data?.entries).toMatchObject([{ amount: { amountMinor: '10' } }])
})

test('an approval that the wallet cannot bear stays waiting', async () => {
  const userId = await customer()
  const approvalId = await ask(userId, '-2000')
  expect(codeOf(await decide(finance, approvalId))).toBe('wallet-too-low')
  expect((await api.db.approval.findUniqueOrThrow({ where: { id: approvalId } })).state).toBe('WAITING')
})

test('the database itself lets nobody decide their own, decide twice, or change what was asked for', async () => {
  const userId = await customer()
  const id = await ask(userId)
  const write = (data: object) => api.db.approval.update({ where: { id }, data })
  await expect(write({ state: 'APPLIED', decidedBy: support.userId, decidedAt: new Date() })).rejects.toThrow()
  await expect(write({ amountMinor: 9n })).rejects.toThrow()
  await decide(finance, id)
  await expect(write({ state: 'WAITING', decidedAt: null })).rejects.toThrow()
  await expect(api.db.approval.delete({ where: { id } })).rejects.toThrow()
})

test('customers are found by how name and e-mail begin, and a customer’s page tells orders, wallet and notes', async () => {
  const browser = createTestBrowser(api)
  const { userId, email } = await browser.signUp(`zoe-${newId('event', new Date())}@example.com`)
  await adjust(support, userId, '700')
  const note = { noteId: newId('customerNote', new Date()), userId, text: 'Calls on Mondays.' }
  for (let again = 0; again < 2; again += 1)
    expect((await support.mutate('admin.customer.addNote', note)).status).toBe(200)
  const found = await support.query('admin.customer.list', { search: email.slice(0, 12).toUpperCase() })
  expect(found.body.result?.data?.customers).toMatchObject([{ id: userId, wallet: { amountMinor: '700' }, orders: 0 }])
  const address = {
    id: newId('address', new Date()),
    userId,
    recipient: 'Zoe',
    phone: '010-7777-0042',
    postcode: '06621',
  }
  await api.db.address.create({ data: { ...address, address1: 'Seocho-daero 11' } })
  for (const search of ['010-7777', '01077770042'])
    expect((await support.query('admin.customer.list', { search })).body.result?.data?.customers).toMatchObject([
      { id: userId },
    ])
  expect((await support.query('admin.customer.list', { search: '%' })).body.result?.data?.customers).toEqual([])
  expect((await support.query('admin.customer.list', {})).body.result?.data?.customers).toContainEqual(
    expect.objectContaining({ id: userId }),
  )
  expect((await support.query('admin.customer.get', { userId })).body.result?.data).toMatchObject({
    email,
    wallet: { amountMinor: '700' },
    notes: [{ text: 'Calls on Mondays.' }],
    // Of a thousand a day.
    aloneUpTo: { amountMinor: '300' },
  })
  expect((await support.query('admin.customer.get', { userId: 'nobody' })).status).toBe(404)
})
