import { writeFile } from 'node:fs/promises'
import { test } from '@playwright/test'
import { openDatabase } from '../e2e/fixtures/goods.ts'
import { worldFile } from './tour-dir.ts'
import { makeWorld } from './world.ts'

test('the demo shopper buys, fails, cancels and gives back', async ({ request }) => {
  const db = openDatabase()
  await writeFile(worldFile, JSON.stringify(await makeWorld(request, db)))
  await db.$disconnect()
})
