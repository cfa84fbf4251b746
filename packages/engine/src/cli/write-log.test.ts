import { expect, test } from 'vitest'
import { withoutPassword } from './banner.ts'
import { forPeople } from './write-log.ts'

test('a log line is read as time, level, sentence and what belongs to it', () => {
  const line = JSON.stringify({
    level: 40,
    time: 0,
    pid: 1,
    hostname: 'h',
    name: 'engine',
    app: 'shop',
    n: 2,
    msg: 'Away',
  })
  expect(forPeople(line)).toMatch(/^\d\d:\d\d:\d\d warn {2}Away app=shop n=2\n$/)
})

test('an error is shown with its stack, and what is no JSON as it is', () => {
  const line = JSON.stringify({ level: 50, time: 0, msg: 'Bad', err: { message: 'why', stack: 'Error: why\n at x' } })
  expect(forPeople(line)).toContain('Bad\n  Error: why\n   at x\n')
  expect(forPeople('plain')).toBe('plain')
})

test('a database is shown without its password, wherever that stands', () => {
  expect(withoutPassword('postgres://u:secret@h:1/d')).toBe('postgres://u:***@h:1/d')
  expect(withoutPassword('postgres://h/d?user=u&password=secret')).not.toContain('secret')
})
