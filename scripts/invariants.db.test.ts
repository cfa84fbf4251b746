import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Db } from '../packages/db/src/client.ts'
import { bringTestOrder } from '../packages/db/src/testing/bring-test-order.ts'
import { createTestDatabase } from '../packages/db/src/testing/create-test-database.ts'
import { runScript } from './testing/run-script.ts'

let db: Db
let env: Record<string, string>
beforeEach(async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  db = database.db
  env = {
    DATABASE_URL: database.url,
    STRIPE_SECRET_KEY: 'sk_test_ofthecommand',
    STRIPE_API_URL: await startEmptyGateway(),
  }
})

/** A gateway that has charged nobody. */
const startEmptyGateway = async (): Promise<string> => {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"object":"list","data":[],"has_more":false}'),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a sound shop: every invariant is listed and holds, and the command ends with 0', {
  timeout: 90_000,
}, async () => {
  await bringTestOrder(db, 'CANCELLED')
  const { code, output } = await runScript('invariants.ts', [], env)
  expect(code).toBe(0)
  expect(output).toMatch(/a wallet is the sum of its ledger +holds/)
  expect(output).toMatch(/every payment and top-up by card has its charge at the gateway +holds/)
  expect(output).not.toContain('BREACHED')
})

test('a payment without its charge, and goods that the lines do not say, are named, and the command ends with 1', {
  timeout: 90_000,
}, async () => {
  const { orderId, paymentId } = await bringTestOrder(db, 'CONFIRMED')
  await db.order.update({ where: { id: orderId }, data: { goodsMinor: 5n, totalMinor: 5n } })
  await db.saga.updateMany({ data: { status: 'COMPLETED' } })
  await db.outbox.updateMany({ data: { sentAt: new Date() } })
  const { code, output } = await runScript('invariants.ts', ['--days', '1'], env)
  expect(code).toBe(1)
  expect(output).toMatch(/every payment and top-up by card has its charge at the gateway +1 BREACHED/)
  expect(output).toContain(`${paymentId}: charge ch_${paymentId} is not there`)
  expect(output).toContain(orderId)
})

test('a gateway that does not answer is no clean bill: the command says so and ends with 1', {
  timeout: 90_000,
}, async () => {
  const { code, output } = await runScript('invariants.ts', [], { ...env, STRIPE_API_URL: 'http://127.0.0.1:9' })
  expect(code).toBe(1)
  expect(output).toContain("The gateway's charges were NOT compared")
})
