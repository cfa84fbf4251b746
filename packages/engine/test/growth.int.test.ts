import { expect, test } from 'vitest'
import { createClient, startApp } from './test-app.ts'
import { startTestEngine } from './test-engine.ts'

const many = 30_000

test('what a run costs does not grow with the tables, though its statements were planned when they were empty', async () => {
  const engine = await startTestEngine()
  const client = createClient(engine.url)
  const app = await startApp(client, [
    client.createFunction({ id: 'work', retries: 1, triggers: [{ event: 'test/work' }] }, async ({ step, attempt }) => {
      await step.run('flaky', () => {
        if (attempt === 0) throw new Error('once')
      })
      await Promise.all([step.run('left', () => 1), step.run('right', () => 2)])
      await step.sleepUntil('soon', new Date(Date.now() + 50))
    }),
  ])
  await app.register()
  const work = async () => {
    const { ids } = await client.send({ name: 'test/work', id: crypto.randomUUID(), data: {} })
    expect(await engine.ended(ids[0])).toMatchObject({ status: 'Completed' })
  }
  await work()
  const fn = '(select id from engine.function limit 1)'
  const rows = `generate_series(1, ${many}) as n`
  for (const sql of [
    `insert into engine.event select 'old' || n, 'a', null, 1, 1, '{}' from ${rows}`,
    `insert into engine.run select 'old' || n, ${fn}, 'old' || n, array['x'], 'Completed', '1', 1, 1 from ${rows}`,
    `insert into engine.step select 'old' || n, 'a', 1, 'x', 'x', '1', 0, 1 from ${rows}`,
    `insert into engine.start_key select ${fn}, 'old' || n, 'x', 9999999999999 from ${rows}`,
    `insert into engine.queue select 'old' || n, 'z', ${fn}, 'sleep', 9999999999999, 0, 1, false, null from ${rows}`,
    'select pg_stat_reset()',
  ]) {
    await engine.database.query(sql)
  }
  for (let run = 0; run < 3; run += 1) await work()
  await app.close()
  // A connection that ends reports what it has read.
  await engine.engine.close()
  const [read] = await engine.database.query(
    `select sum(seq_tup_read)::int + sum(idx_tup_fetch)::int as rows from pg_stat_user_tables where schemaname = 'engine'`,
  )
  const [entries] = await engine.database.query(
    `select sum(idx_tup_read)::int as entries from pg_stat_user_indexes where schemaname = 'engine'`,
  )
  expect(read?.rows).toBeGreaterThan(0)
  expect(read?.rows).toBeLessThan(many / 10)
  expect(entries?.entries).toBeLessThan(many / 10)
  await engine.close()
}, 60_000)
