import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTroubleLog } from './trouble-log.ts'

test('that the database cannot be reached is said once in ten seconds, and other trouble each time', () => {
  const said: string[] = []
  const log = pino({ level: 'warn' }, { write: line => said.push(JSON.parse(line).msg) })
  let time = 0
  const onTrouble = createTroubleLog(log, () => time)
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' })
  for (let tries = 0; tries < 200; tries += 1) {
    onTrouble(refused)
    time += 100
  }
  expect(said).toEqual(['The database cannot be reached', 'The database cannot be reached'])
  for (let tries = 0; tries < 2; tries += 1) onTrouble(new Error('permission denied for table run'))
  expect(said.slice(2)).toEqual(['The database is in trouble', 'The database is in trouble'])
})
