import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashFiles } from './hash-files.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'makegood-hash-'))
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  writeFileSync(join(root, 'src', 'deep', 'page.tsx'), 'one')
  writeFileSync(join(root, 'lock'), 'a')
})
afterEach(() => rmSync(root, { recursive: true }))

const hash = () =>
  hashFiles(root, { folders: ['src'], files: ['lock'], isRelevant: path => !path.endsWith('.test.ts') })

test('the hash changes with a file, a name and a single file, and with nothing else', () => {
  const first = hash()
  writeFileSync(join(root, 'src', 'a.test.ts'), 'a test')
  expect(hash()).toBe(first)
  writeFileSync(join(root, 'src', 'deep', 'page.tsx'), 'two')
  const second = hash()
  expect(second).not.toBe(first)
  writeFileSync(join(root, 'src', 'new.ts'), '')
  const third = hash()
  expect(third).not.toBe(second)
  writeFileSync(join(root, 'lock'), 'b')
  expect(hash()).not.toBe(third)
})
