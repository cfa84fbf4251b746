import { actsOfEveryOrder } from '@makegood/core/audit/acts-of-every-order'
import { eventCatalogue } from '@makegood/core/events/catalogue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const planOf = async (statement: string): Promise<string> => {
  const rows = await database.db.$queryRawUnsafe<Record<string, string>[]>(`explain (generic_plan) ${statement}`)
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

/** How the statement would be planned with this index and no other; nothing of it stays. */
const planWith = async (table: string, index: string, statement: string): Promise<string> => {
  const { db } = database
  const scratch = await createTestDatabase()
  try {
    const others = await db.$queryRaw<{ name: string; constraint: string | null }[]>`
      select i.indexrelid::regclass::text as name, c.conname as constraint from pg_index i
      left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
      where i.indrelid = ${table}::regclass and i.indexrelid::regclass::text <> ${index}`
    for (const { name, constraint } of others)
      await scratch.db.$executeRawUnsafe(
        constraint ? `alter table ${table} drop constraint ${constraint} cascade` : `drop index ${name}`,
      )
    const rows = await scratch.db.$transaction(async tx => {
      await tx.$executeRaw`set local enable_seqscan = off`
      return await tx.$queryRawUnsafe<Record<string, string>[]>(`explain (generic_plan) ${statement}`)
    })
    return rows.map(row => row['QUERY PLAN']).join('\n')
  } finally {
    await scratch.drop()
  }
}

test.each([
  [
    'saga',
    `update saga set lease_until = now() where id = $1 and generation = $2 and status = 'RUNNING'`,
    'saga_unfinished',
  ],
  ['payment', `update payment set charge_ref = $1 where id = $2 and status = 'OPEN'`, 'payment_open'],
  ['refund', `select id from refund where source = $1 and source_id = $2 and status = 'PLANNED'`, 'refund_undone'],
])(
  'a step that asks for one %s by its id is never planned through the index of all that are unfinished',
  async (table, statement, index) => {
    const plan = await planWith(table, index, statement)
    expect(plan).toContain(`Seq Scan on ${table}`)
    expect(plan).not.toContain(index)
  },
)

test('what a sale changes in the stock and what a move changes in an order is in no index', async () => {
  const rows = await database.db.$queryRaw<{ column: string }[]>`
    select distinct c.relname || '.' || a.attname as "column" from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_depend d on d.objid = i.indexrelid and d.refobjid = i.indrelid
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = d.refobjsubid
    where c.relname in ('stock', 'order')`
  const indexed = rows.map(({ column }) => column)
  expect(indexed).toContain('stock.low_available')
  for (const column of [
    'stock.available',
    'stock.reserved',
    'stock.sold',
    'stock.updated_at',
    'order.status',
    'order.version',
    'order.updated_at',
  ])
    expect(indexed).not.toContain(column)
})

test('the unfinished, the open and the rare are found by the indexes that are theirs', async () => {
  const plans = {
    saga_unfinished: `select id from saga where (ended_at is null or status = 'NEEDS_ATTENTION') and status in ('RUNNING', 'NEEDS_ATTENTION')
      order by started_at desc, id desc limit 50`,
    payment_open: `select order_id from payment where settled_at is null and status = 'OPEN'`,
    refund_undone: `select order_id as id from refund where done_at is null`,
    stock_low_idx: `select variant_id from stock where low_available is not null order by low_available, variant_id limit 50`,
    audit_entry_action: `select id from audit_entry where action = $1 and not is_of_every_order(action) order by at desc, id desc limit 50`,
    audit_entry_kind: `select id from audit_entry where actor_kind = 'operator' order by at desc, id desc limit 50`,
    audit_entry_actor: `select id from audit_entry where actor_id = $1 order by at desc, id desc limit 50`,
    audit_entry_subject: `select id from audit_entry where (event_id is null or order_id is null) and subject = $1 order by at desc, id desc limit 50`,
  }
  for (const [index, statement] of Object.entries(plans)) expect(await planOf(statement), index).toContain(index)
})

test('what the database leaves out of the index of acts is what core says that every order does', async () => {
  const names = [...Object.keys(eventCatalogue), 'incident.retry', 'stock.correct']
  const rows = await database.db.$queryRaw<{ name: string }[]>`
    select name from unnest(${names}::text[]) as name where is_of_every_order(name)`
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...actsOfEveryOrder].toSorted())
})
