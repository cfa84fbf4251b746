import type pg from 'pg'
import { expect, test, vi } from 'vitest'
import { createTestClock } from '../test-clock.ts'
import { startFlowSweep } from './sweep-flow.ts'

const monthMs = 31 * 86_400_000

test('a clock that leaps a month ahead brings one sweep, and the next comes a minute after it', async () => {
  const clock = createTestClock(0)
  let statements = 0
  const query = async () => {
    statements += 1
    return { rows: [] }
  }
  const pool = { query } as unknown as pg.Pool
  const sweep = startFlowSweep({ pool, epoch: 1, clock, onTrouble: error => expect.unreachable(String(error)) })
  clock.moveBy(monthMs)
  await vi.waitFor(() => expect(statements).toBe(2))
  clock.moveBy(60_000)
  await vi.waitFor(() => expect(statements).toBe(4))
  await sweep.close()
  clock.moveBy(monthMs)
  expect(statements).toBe(4)
})
