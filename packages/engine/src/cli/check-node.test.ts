import { expect, test } from 'vitest'
import { checkNode } from './check-node.ts'

test('a Node that is too old is refused by its version, and a new one is not', () => {
  expect(checkNode('20.20.2')).toBe('makegood-engine needs Node 22 or newer; this is 20.20.2.')
  expect(checkNode('22.0.0')).toBeUndefined()
  expect(checkNode(process.versions.node)).toBeUndefined()
})
