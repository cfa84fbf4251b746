import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { useSandbox } from '../../../../../../../packages/adapters/test/use-sandbox.ts'
import { setUpSecondFactor } from '../../../../testing/second-factor.ts'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

const { sandbox, controls } = useSandbox()
let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ SMTP_URL: sandbox().messages.smtpUrl })
})
afterAll(() => api.stop())

const reason = 'so it was agreed'
const actionsOf = async (subject: string) =>
  (await api.db.auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(entry => entry.action)
const roleOf = async (id: string) => (await api.db.user.findUniqueOrThrow({ where: { id } })).role
const invitation = (email = `new-${newId('event', new Date())}@example.com`) => ({
  invitationId: newId('invitation', new Date()),
  email,
  name: 'Lee Seoyeon',
  role: 'support',
  locale: 'en',
})
const tokenFor = (email: string) =>
  vi.waitFor(async () => {
    const token = /token=([\w-]+)/.exec((await controls().mailsTo(email)).mails.at(-1)?.text ?? '')?.[1]
    if (!token) throw new Error('no mail yet')
    return token
  }, 8000)
const accept = (token: string, password = 'a password of my own') =>
  createTestBrowser(api).mutate('store.account.acceptInvitation', { token, password })

test('nobody changes their own role, and the last admin stays one also where two admins demote each other at once', async () => {
  const [first, second] = [await signInOperator(api), await signInOperator(api)]
  const demote = (by: typeof first, userId: string) =>
    by.mutate('admin.team.changeRole', { userId, role: 'support', reason })
  expect((await demote(first, first.userId)).body.error?.data?.shopCode).toBe('own-account')
  const remove = await first.mutate('admin.team.remove', { userId: first.userId, reason })
  expect(remove.body.error?.data?.shopCode).toBe('own-account')
  const answers = await Promise.all([demote(first, second.userId), demote(second, first.userId)])
  expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
  const roles = [await roleOf(first.userId), await roleOf(second.userId)].sort()
  expect(roles).toEqual(['admin', 'support'])
})

test('whoever is demoted or removed is out at their next call, with one entry that says by whom and why', async () => {
  const [admin, other] = [await signInOperator(api), await signInOperator(api, 'operations')]
  const change = { userId: other.userId, role: 'support', reason }
  expect((await admin.mutate('admin.team.changeRole', change)).status).toBe(200)
  expect((await other.query('admin.order.list', {})).status).toBe(401)
  expect((await admin.mutate('admin.team.changeRole', change)).status).toBe(200)
  expect((await admin.mutate('admin.team.remove', { userId: other.userId, reason })).status).toBe(200)
  expect(await roleOf(other.userId)).toBe('shopper')
  expect(await actionsOf(other.userId)).toEqual(['team.change-role', 'team.remove'])
  const gone = await admin.mutate('admin.team.changeRole', change)
  expect(gone.body.error?.data?.shopCode).toBe('not-found')
})

test('a link works once, for the address it was sent to, and its token is nowhere in the database', async () => {
  const admin = await signInOperator(api)
  const invite = invitation()
  expect((await admin.mutate('admin.team.invite', invite)).status).toBe(200)
  const token = await tokenFor(invite.email)
  expect(JSON.stringify(await api.db.operatorInvitation.findMany())).not.toContain(token)
  expect((await accept('x'.repeat(43))).body.error?.data?.shopCode).toBe('invitation-not-valid')
  const answers = await Promise.all([accept(token), accept(token, 'another password')])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  const { id, role } = await api.db.user.findUniqueOrThrow({ where: { email: invite.email } })
  expect(role).toBe('support')
  expect(await actionsOf(id)).toEqual(['team.accept-invitation'])
})

test('an invitation that ran out, was taken back or was followed by another opens nothing', async () => {
  const admin = await signInOperator(api)
  const [old, taken, first] = [invitation(), invitation(), invitation()]
  for (const each of [old, taken, first]) await admin.mutate('admin.team.invite', each)
  const tokens = [await tokenFor(old.email), await tokenFor(taken.email), await tokenFor(first.email)]
  await api.db.operatorInvitation.update({ where: { id: old.invitationId }, data: { expiresAt: new Date() } })
  await admin.mutate('admin.team.revokeInvitation', { invitationId: taken.invitationId, reason })
  await admin.mutate('admin.team.invite', { ...invitation(first.email), role: 'finance' })
  for (const token of tokens) expect((await accept(token)).body.error?.data?.shopCode).toBe('invitation-not-valid')
  expect(await api.db.user.count({ where: { email: { in: [old.email, taken.email, first.email] } } })).toBe(0)
})

test('whoever made an account with the address before has no way in: the password is new and their sessions end', async () => {
  const admin = await signInOperator(api)
  const squatter = createTestBrowser(api)
  const { email, password } = await squatter.signUp()
  await admin.mutate('admin.team.invite', invitation(email))
  expect((await squatter.query('admin.order.list', {})).status).toBe(403)
  expect((await accept(await tokenFor(email))).status).toBe(200)
  expect((await squatter.query('store.account.me')).body.result?.data).toBeNull()
  const signIn = (given: string) => createTestBrowser(api).post('/auth/sign-in/email', { email, password: given })
  expect([(await signIn(password)).status, (await signIn('a password of my own')).status]).toEqual([401, 200])
})

test('an admin takes away the second factor of somebody else, never their own, and its owner is told', async () => {
  const [admin, other] = [await signInOperator(api), await signInOperator(api, 'finance')]
  await setUpSecondFactor(other)
  const reset = (userId: string) => admin.mutate('admin.team.resetSecondFactor', { userId, reason })
  expect((await reset(admin.userId)).body.error?.data?.shopCode).toBe('own-account')
  expect((await reset(other.userId)).status).toBe(200)
  expect((await reset(other.userId)).body.error?.data?.shopCode).toBe('conflict')
  expect((await other.query('admin.order.list', {})).status).toBe(401)
  const entries = await api.db.auditEntry.findMany({ where: { subject: other.userId }, orderBy: { id: 'asc' } })
  expect(entries.map(entry => [entry.action, entry.actorId, entry.reason])).toEqual([
    ['second-factor.on', other.userId, ''],
    ['second-factor.off', admin.userId, reason],
  ])
})

test('an operator ends their own other sessions and never the one they are in; an admin ends somebody else’s', async () => {
  const [admin, other] = [await signInOperator(api), await signInOperator(api, 'support')]
  const { email } = await api.db.user.findUniqueOrThrow({ where: { id: other.userId } })
  const elsewhere = createTestBrowser(api)
  await elsewhere.post('/auth/sign-in/email', { email, password: 'a long password' })
  const listed = await other.query('admin.self.listSessions')
  expect(listed.body.result?.data?.sessions).toHaveLength(2)
  expect((await other.mutate('admin.self.endSessions', {})).body.result?.data?.ended).toBe(1)
  expect((await elsewhere.query('store.account.me')).body.result?.data).toBeNull()
  expect((await other.query('admin.order.list', {})).status).toBe(200)
  const { id: sessionId } = await api.db.session.findFirstOrThrow({ where: { userId: admin.userId } })
  expect((await other.mutate('admin.self.endSessions', { sessionId })).body.error?.data?.shopCode).toBe('not-found')
  expect((await admin.mutate('admin.team.endSessions', { userId: other.userId, reason })).status).toBe(200)
  expect((await other.query('admin.order.list', {})).status).toBe(401)
  expect(await actionsOf(other.userId)).toEqual(['team.end-sessions', 'team.end-sessions'])
})
