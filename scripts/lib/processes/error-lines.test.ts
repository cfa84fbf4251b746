import { expect, test } from 'vitest'
import { createErrorFilter, readErrorLine } from './error-lines.ts'

test('an error logged as JSON is shown in its own words, other log lines are not', () => {
  const line = JSON.stringify({ level: 50, msg: 'request failed', err: { message: 'no such table' } })
  expect(readErrorLine(line, 'stdout')).toBe('request failed: no such table')
  expect(readErrorLine(JSON.stringify({ level: 30, msg: 'listening' }), 'stdout')).toBeUndefined()
})

test('plain lines are shown from the error output only', () => {
  expect(readErrorLine('Error: broken', 'stderr')).toBe('Error: broken')
  expect(readErrorLine('GET / 200', 'stdout')).toBeUndefined()
  expect(readErrorLine('{ not json', 'stderr')).toBe('{ not json')
})

test('a line that arrives in two pieces is read whole', () => {
  const shown: string[] = []
  const feed = createErrorFilter(text => shown.push(text))
  feed(Buffer.from('{"level":50,"m'), 'stdout')
  feed(Buffer.from('sg":"late"}\n'), 'stdout')
  expect(shown).toEqual(['late'])
})

test('a flood of errors is cut after ten, said so, and let through again later', () => {
  let now = 0
  const shown: string[] = []
  const feed = createErrorFilter(
    text => shown.push(text),
    () => now,
  )
  feed(Buffer.from('bad\n'.repeat(50)), 'stderr')
  expect(shown).toHaveLength(11)
  now = 10_001
  feed(Buffer.from('worse\n'), 'stderr')
  expect(shown.at(-1)).toBe('worse')
})
