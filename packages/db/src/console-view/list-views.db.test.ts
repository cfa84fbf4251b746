import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listViews } from './list-views.ts'
import { saveView } from './save-view.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a view is of one place and never in another one’s list; one that is not shared is its owner’s alone', async () => {
  const { db } = database
  const view = (shared: boolean) => ({
    viewId: newId('view', new Date()),
    place: 'orders' as const,
    name: shared ? 'for all' : 'mine',
    shared,
    settings: { query: 'status=PAID', columns: [] },
  })
  await saveView(db, 'op_1', view(true))
  await saveView(db, 'op_1', view(false))
  const other = {
    id: newId('view', new Date()),
    ownerId: 'op_1',
    place: 'another list',
    name: 'of another',
    shared: true,
  }
  await db.consoleView.create({ data: { ...other, settings: view(true).settings } })
  const namesOf = async (operatorId: string) => (await listViews(db, 'orders', operatorId)).map(({ name }) => name)
  expect(await namesOf('op_1')).toEqual(['for all', 'mine'])
  expect(await namesOf('op_2')).toEqual(['for all'])
})
