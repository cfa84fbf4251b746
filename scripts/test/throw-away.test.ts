import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeThrowAway } from './throw-away.ts'

test('the user that Postgres runs as can enter a throw-away folder and what is in it, and nothing of it stays', () => {
  const throwAway = makeThrowAway()
  const inside = join(throwAway.dir, 'stack')
  mkdirSync(inside)
  for (const dir of [throwAway.dir, inside]) expect(statSync(dir).mode & 0o005).toBe(0o005)
  throwAway.remove()
  expect(existsSync(throwAway.dir)).toBe(false)
})
