import type { AlertRuleId } from '@makegood/core/alert/alert-rules'
import { newId } from '@makegood/core/ids'
import { listAlerts } from '@makegood/db/alert/list-alerts'
import { inTransaction } from '@makegood/db/client'
import { appendEvents } from '@makegood/db/outbox/append-events'
import { newEvent } from '@makegood/db/outbox/new-event'
import { openIncident } from '@makegood/db/saga/open-incident'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { beforeEach, expect, test } from 'vitest'
import { useMessageStand } from '../../test/message-stand.ts'
import type { Deps } from '../saga/deps.ts'
import { evaluateShopAlerts } from './evaluate-alerts.ts'
import { sendAlertMails } from './send-alert-mails.ts'

const stand = useMessageStand()
const operator = 'operations@makegood.example'

const depsWith = (changes: Partial<Deps['alerts']> = {}, more: Partial<Deps> = {}): Deps => {
  const deps = stand.deps()
  return { ...deps, alerts: { ...deps.alerts, samplesMin: 2, mailTo: [operator], ...changes }, ...more }
}
const openRules = async () => (await listAlerts(stand.db(), { state: 'open' })).alerts.map(({ rule }) => rule)

/** What makes each alert fire in a real shop, and what makes it calm again. */
const conditions: Readonly<
  Record<AlertRuleId, { fire: () => Promise<unknown>; calm: () => Promise<unknown>; deps?: () => Deps }>
> = {
  'reservation-failures': {
    fire: async () => {
      await bringTestOrder(stand.db(), 'STOCK_RESERVED')
      const { orderId } = await bringTestOrder(stand.db(), 'PENDING')
      await stand.db().$executeRaw`update "order" set status = 'CANCELLED', version = version + 1 where id = ${orderId}`
      await stand.db().orderHistory.create({
        data: {
          orderId,
          version: 2,
          fromStatus: 'PENDING',
          toStatus: 'CANCELLED',
          reason: 'stock-insufficient',
          mover: 'system',
        },
      })
    },
    calm: () => Promise.all(Array.from({ length: 10 }, () => bringTestOrder(stand.db(), 'STOCK_RESERVED'))),
    deps: () => depsWith({ reservationFailures: 0.25 }),
  },
  'payment-failures': {
    fire: async () => {
      for (const status of ['SUCCEEDED', 'DECLINED'] as const) {
        const { paymentId } = await bringTestOrder(stand.db(), 'PAYMENT_PROCESSING')
        await stand.db().payment.update({
          where: { id: paymentId },
          data: { status, settledAt: new Date(), ...(status === 'SUCCEEDED' ? { chargeRef: paymentId } : {}) },
        })
      }
    },
    calm: () => stand.db().$executeRaw`update payment set settled_at = now() - interval '1 hour'`,
  },
  'event-lag': {
    fire: () =>
      stand.db().$executeRaw`update outbox set created_at = now() - interval '40 seconds', sent_at = null
        where id = (select min(id) from outbox)`,
    calm: () => stand.db().$executeRaw`update outbox set sent_at = now()`,
  },
  'slow-answers': {
    fire: () =>
      stand.db().apiProcess.create({
        data: {
          id: 'slow',
          startedAt: new Date(),
          said: { answers: 100, answerP95Ms: 1500, circuits: {}, redis: 'ready' },
        },
      }),
    calm: () => stand.db().apiProcess.updateMany({ data: { seenAt: new Date(Date.now() - 120_000) } }),
  },
  queue: {
    fire: async () => undefined,
    calm: () => stand.db().$executeRaw`update outbox set sent_at = now()`,
    deps: () => depsWith({ queue: 3, eventLagSeconds: 10 ** 6 }),
  },
  'failed-undo': {
    fire: () =>
      openIncident(stand.db(), {
        orderId: null,
        sagaId: 's',
        stepId: 'undo:charge-card',
        kind: 'undo-failed',
        detail: 'x',
      }),
    calm: () => stand.db().incident.updateMany({ data: { resolvedAt: new Date(), resolution: 'resolved' } }),
  },
  'failed-refund': {
    fire: () =>
      openIncident(stand.db(), { orderId: null, sagaId: 's', stepId: 'refund-card', kind: 'step-failed', detail: 'x' }),
    calm: () => stand.db().incident.updateMany({ data: { resolvedAt: new Date(), resolution: 'resolved' } }),
  },
}
const rules = Object.keys(conditions) as AlertRuleId[]

beforeEach(async () => {
  const db = stand.db()
  await db.alert.deleteMany()
  await db.incident.updateMany({
    where: { resolvedAt: null },
    data: { resolvedAt: new Date(), resolution: 'resolved' },
  })
  await db.$executeRaw`update payment set settled_at = settled_at - interval '1 day'`
  await db.$executeRaw`alter table order_history disable trigger user`
  await db.$executeRaw`update order_history set at = at - interval '1 day'`
  await db.$executeRaw`alter table order_history enable trigger user`
  await db.$executeRaw`update outbox set sent_at = now()`
  await db.apiProcess.deleteMany()
})

const tellFiveEvents = () =>
  inTransaction(stand.db(), tx =>
    appendEvents(
      tx,
      'cor_x',
      Array.from({ length: 5 }, () => newEvent('order/completed', { orderId: newId('order', new Date()) })),
    ),
  )

test.each(rules)(
  '%s: opens by what happens in the shop, once, is mailed once, and closes when it is over',
  async rule => {
    const { fire, calm, deps: depsOf = depsWith } = conditions[rule]
    if (rule === 'queue' || rule === 'event-lag') await tellFiveEvents()
    const deps = depsOf()
    await fire()
    if (rule !== 'queue' && rule !== 'event-lag') await stand.db().$executeRaw`update outbox set sent_at = now()`
    await Promise.all([evaluateShopAlerts(deps), evaluateShopAlerts(deps), evaluateShopAlerts(deps)])
    expect(await openRules()).toEqual([rule])
    await sendAlertMails(deps)
    await evaluateShopAlerts(deps)
    await sendAlertMails(deps)
    const open = (await listAlerts(stand.db(), { state: 'open' })).alerts[0]
    expect(open?.mails).toEqual([
      { moment: 'opened', recipient: operator, sentAt: expect.any(String), lastError: null },
    ])
    await calm()
    await stand.db().$executeRaw`update outbox set sent_at = now()`
    expect(await evaluateShopAlerts(deps)).toEqual({ opened: 0, closed: 1 })
    await sendAlertMails(deps)
    const closed = (await listAlerts(stand.db(), { state: 'closed' })).alerts[0]
    expect(closed).toMatchObject({ rule, id: open?.id })
    expect(closed?.mails.map(mail => [mail.moment, mail.sentAt !== null])).toEqual([
      ['opened', true],
      ['closed', true],
    ])
    expect(closed?.worst).toBeGreaterThan(closed?.threshold ?? 0)
  },
)

test('the mails arrive at a real mail server, the opening and the closing, each in its reader’s language', async () => {
  const db = stand.db()
  const english = `${newId('event', new Date()).slice(-10)}@makegood.example`
  const korean = `${newId('event', new Date()).slice(-10)}@makegood.example`
  await db.user.create({ data: { id: english, name: 'Op', email: english, locale: 'en', role: 'admin' } })
  const deps = depsWith({ mailTo: [english, korean] })
  await conditions['failed-refund'].fire()
  await evaluateShopAlerts(deps)
  await sendAlertMails(deps)
  await conditions['failed-refund'].calm()
  await evaluateShopAlerts(deps)
  await sendAlertMails(deps)
  const subjects = async (to: string) => (await stand.controls().mailsTo(to)).mails.map(mail => mail.subject).sort()
  expect(await subjects(english)).toEqual(['Alert: A refund failed', 'Over: A refund failed'])
  expect(await subjects(korean)).toEqual(['경보: 환불이 실패했습니다', '해제: 환불이 실패했습니다'])
})

test('a mail server that is away holds no alert up, and the mail goes once it is back', async () => {
  const refusing = { send: async () => ({ outcome: 'retryable', detail: 'away' }) as const }
  const deps = depsWith()
  await conditions['failed-undo'].fire()
  await evaluateShopAlerts(deps)
  expect(await sendAlertMails({ ...deps, mailer: refusing })).toEqual({ sent: 0, failed: 1 })
  const [open] = (await listAlerts(stand.db(), { state: 'open' })).alerts
  expect(open?.mails[0]).toMatchObject({ sentAt: null, lastError: 'retryable: away' })
  expect(await sendAlertMails(deps)).toEqual({ sent: 1, failed: 0 })
})

test('an engine that does not answer neither opens the queue’s alert nor keeps the others from being raised', async () => {
  await conditions['failed-undo'].fire()
  await evaluateShopAlerts(depsWith({}, { engineQueue: () => Promise.reject(new Error('away')) }))
  expect(await openRules()).toEqual(['failed-undo'])
  await evaluateShopAlerts(depsWith({}, { engineQueue: async () => 10_001 }))
  expect((await openRules()).sort()).toEqual(['failed-undo', 'queue'])
})
