import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from './create-test-database.ts'

test('databases made at once are migrated and apart from each other', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, createTestDatabase))
  for (const { drop } of databases) onTestFinished(drop)
  const [one, ...others] = databases
  await one?.db.category.create({ data: { slug: 'alone', nameKo: '하나', nameEn: 'Alone', position: 1 } })
  for (const { db } of others) expect(await db.category.count()).toBe(0)
  expect(new Set(databases.map(({ url }) => url)).size).toBe(4)
})
