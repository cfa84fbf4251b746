import { expect, onTestFinished, test } from 'vitest'
import { bringTestOrder } from '../packages/db/src/testing/bring-test-order.ts'
import { createTestDatabase } from '../packages/db/src/testing/create-test-database.ts'
import { runScript } from './testing/run-script.ts'

test('orders:rebuild ends with 1 and names each order that its history contradicts, with 0 where all agree; it changes none', {
  timeout: 90_000,
}, async () => {
  const { db, url, drop } = await createTestDatabase()
  onTestFinished(drop)
  const { orderId } = await bringTestOrder(db, 'CONFIRMED')
  await bringTestOrder(db, 'CANCELLED')
  const env = { DATABASE_URL: url }
  expect(await runScript('orders-rebuild.ts', ['--check'], env)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/2 orders rebuilt in .* s, 0 differ from their rows\./),
  })
  await db.$executeRaw`alter table "order" disable trigger user`
  await db.$executeRaw`update "order" set status = 'PAID' where id = ${orderId}`
  const difference = `${orderId} is PAID at version 5; its history says CONFIRMED at version 5`
  const checked = await runScript('orders-rebuild.ts', ['--check'], env)
  expect(checked).toMatchObject({ code: 1, output: expect.stringContaining(difference) })
  expect(checked.output).not.toContain('a person must say')
  const rebuilt = await runScript('orders-rebuild.ts', [], env)
  expect(rebuilt).toMatchObject({ code: 1, output: expect.stringContaining('Nothing was changed.') })
  expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe('PAID')
})

test('a database that is not there is said in words, with its address and without its password', {
  timeout: 90_000,
}, async () => {
  const env = { DATABASE_URL: 'postgres://makegood:secret@127.0.0.1:9/makegood' }
  const { code, output } = await runScript('orders-rebuild.ts', ['--check'], env)
  expect(code).toBe(1)
  expect(output).toContain('There is no shop at postgres://makegood:***@127.0.0.1:9/makegood')
  expect(output).not.toContain('secret')
})
