import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

test('of mails, SMS and push messages the newest 2000 are kept, of records those of a week', async () => {
  const { database } = sandbox
  await database.query(
    `insert into sandbox.mail (message_id, sender, recipients, subject, headers)
     select n, 'a', '{b}', n, '[]' from generate_series(1, 2500) n`,
  )
  await database.query(
    `insert into sandbox.data_record (id, name, at, data, created_at)
     values ('old', 'x', now(), '{}', now() - interval '8 days'), ('new', 'x', now(), '{}', now())`,
  )
  await sandbox.restart()
  const mails = await database.query('select min(subject::int) as oldest, count(*)::int as count from sandbox.mail')
  expect(mails.rows).toEqual([{ oldest: 501, count: 2000 }])
  expect((await database.query('select id from sandbox.data_record')).rows).toEqual([{ id: 'new' }])
})
