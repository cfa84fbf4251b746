import { createECDH } from 'node:crypto'
import { createHttpSmsSender } from '@makegood/adapters/notify/http-sms-sender'
import { createSmtpMailer } from '@makegood/adapters/notify/smtp-mailer'
import { createWebPushSender } from '@makegood/adapters/notify/web-push-sender'
import type { Db } from '@makegood/db/client'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { useSandbox } from '../../adapters/test/use-sandbox.ts'
import type { Deps } from '../src/saga/deps.ts'
import { createTestDeps } from '../src/testing/test-deps.ts'

const newVapidKeys = () => {
  const pair = createECDH('prime256v1')
  return { publicKey: pair.generateKeys('base64url'), privateKey: pair.getPrivateKey('base64url') }
}
const vapid = newVapidKeys()

/** Real mail, SMS and push to a sandbox process, and a database of the test file's own. */
export const useMessageStand = () => {
  const { sandbox, controls } = useSandbox()
  let stand: { readonly db: Db; readonly deps: Deps; stop(): Promise<void> } | undefined
  const get = () => {
    if (!stand) throw new Error('the stand has not been set up')
    return stand
  }
  beforeAll(async () => {
    const database = await createTestDatabase()
    const { messages, url } = sandbox()
    const breaker = { failurePart: 0.9, withinMs: 1000, callsMin: 1000, halfOpenAfterMs: 50 }
    const more = { timeoutMs: 700, breaker }
    const mailer = createSmtpMailer({ url: messages.smtpUrl, from: 'Makegood <orders@makegood.example>', ...more })
    const deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', {
      mailer,
      smsSender: createHttpSmsSender({ ...messages.sms, from: '+15005550006', ...more }),
      pushSender: createWebPushSender({
        vapid: { subject: 'mailto:orders@makegood.example', ...vapid },
        moreOrigins: [new URL(url).origin],
        ...more,
      }),
    })
    stand = {
      db: database.db,
      deps,
      stop: async () => {
        mailer.close()
        deps.redis.disconnect()
        await database.drop()
      },
    }
  })
  afterAll(() => stand?.stop())
  beforeEach(async () => {
    await get().db.notification.deleteMany()
  })
  /** A browser of this shopper that said yes to notifications. */
  const subscribe = async (userId: string) => {
    const browser = await controls().newPushSubscription(vapid.publicKey)
    const { endpoint, keys } = browser
    const id = `psh_${browser.id}`
    await get().db.pushSubscription.create({ data: { id, userId, endpoint, ...keys } })
    return {
      id,
      end: () => controls().endPushSubscription(browser.id),
      messages: async () =>
        (await controls().pushMessagesOf(browser.id)).messages.map(({ payload }) => JSON.parse(payload)),
    }
  }
  return { db: () => get().db, deps: () => get().deps, controls, subscribe }
}
