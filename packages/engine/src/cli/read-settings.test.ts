import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foreignOptions, optionNames } from './options.ts'
import { readSettings } from './read-settings.ts'

let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-settings-'))
  file = join(folder, 'engine.yaml')
  writeFileSync(file, 'port: 1\nhost: from-file\nsdk-url: [localhost:3000/api, "https://b.test/x"]\nno-ui: true\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a flag wins over the environment, and the environment over the file', () => {
  const settings = readSettings(['-p', '3', '--config', file], { INNGEST_PORT: '2', INNGEST_HOST: 'from-env' })
  expect(settings).toMatchObject({
    port: 3,
    host: 'from-env',
    'sdk-url': ['http://localhost:3000/api', 'https://b.test/x'],
    'no-ui': true,
  })
  expect(readSettings([], { INNGEST_CONFIG: file, INNGEST_PORT: '2' }).port).toBe(2)
  expect(readSettings([], { INNGEST_CONFIG: file }).port).toBe(1)
})

test('JSON is read as YAML is', () => {
  const json = join(folder, 'engine.json')
  writeFileSync(json, '{"event-key": ["a", "b"], "retention": "7d"}')
  expect(readSettings(['--config', json], {})).toMatchObject({ 'event-key': ['a', 'b'], retention: 604_800_000 })
})

test('a repeatable option may be given again, or with commas', () => {
  expect(readSettings(['--event-key', 'a', '--event-key=b,c'], {})['event-key']).toEqual(['a', 'b', 'c'])
  expect(readSettings([], { INNGEST_EVENT_KEY: 'a, b' })['event-key']).toEqual(['a', 'b'])
})

test('times are in the unit of each option, and 0 keeps its own meaning', () => {
  const settings = readSettings(['--retry-interval', '0.02', '--poll-interval', '5', '--app-timeout', '1h30m'], {})
  expect(settings).toMatchObject({ 'retry-interval': 20, 'poll-interval': 5_000, 'app-timeout': 5_400_000 })
  expect(readSettings(['--retention', '0'], {}).retention).toBe(0)
})

test('every wrong value is named, with what it should be, and never repeated', () => {
  const wrong: [string, string][] = [
    ['port', '70000'],
    ['signing-key', 'secret'],
    ['postgres-uri', 'mysql://root:secret@db/x'],
    ['sdk-url', 'ftp://secret'],
    ['retention', 'secret'],
    ['app-timeout', '0'],
    ['log-level', 'secret'],
    ['queue-workers', '0'],
    ['retry-interval', '-1'],
    ['event-key', ''],
  ]
  for (const [name, value] of wrong) {
    const read = () => readSettings([`--${name}=${value}`], {})
    expect(read).toThrow(new RegExp(`^--${name} is wrong: it should be .+\\.$`))
    expect(read).not.toThrow('secret')
  }
  expect(() => readSettings([], { INNGEST_PORT: 'x' })).toThrow('INNGEST_PORT is wrong: it should be a port number')
  expect(() => readSettings(['--port', 'x', '--host'], { INNGEST_RETENTION: 'x' })).toThrow(
    /^--host needs a value: .*\.\n--port is wrong.*\.|--port is wrong/s,
  )
})

test('an unknown option is answered with the nearest one', () => {
  expect(() => readSettings(['--prot', '9'], {})).toThrow(/^--prot is no option; did you mean --port\?$/)
  expect(() => readSettings(['--signingkey=x'], {})).toThrow('did you mean --signing-key?')
  expect(() => readSettings(['--postgres', 'x'], {})).toThrow(/did you mean --postgres-(uri|dir)\?/)
  expect(() => readSettings(['--something-else'], {})).toThrow(/^--something-else is no option\.$/)
  expect(() => readSettings(['start'], {})).toThrow('"start" is no option')
  const odd = join(folder, 'odd.json')
  writeFileSync(odd, '{"prot": 1}')
  expect(() => readSettings(['--config', odd], {})).toThrow(`"prot" in ${odd} is no option; did you mean "port"?`)
})

test('options of the real server that have no meaning here are refused wherever they are given', () => {
  for (const name of Object.keys(foreignOptions)) {
    expect(optionNames).not.toContain(name)
    expect(() => readSettings([`--${name}`, '1'], {})).toThrow(`--${name} is an option of the real server`)
  }
  expect(() => readSettings([], { INNGEST_REDIS_URI: 'redis://x' })).toThrow('INNGEST_REDIS_URI is an option')
})

test('a file that is absent or holds no options is a mistake', () => {
  expect(() => readSettings(['--config', join(folder, 'none.json')], {})).toThrow('cannot be read')
  const list = join(folder, 'list.json')
  writeFileSync(list, '[1]')
  expect(() => readSettings(['--config', list], {})).toThrow('should hold options by name')
})
