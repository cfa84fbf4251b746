import { expect, test } from 'vitest'
import { seamLines } from './seam-lines'

const stages = (...states: ('done' | 'mended' | 'now' | 'todo' | 'stopped')[]) => states.map(state => ({ state }))

test('the seam is solid where it was done, dashed where it was undone, pale where it is to come', () => {
  expect(seamLines(stages('done', 'mended', 'done', 'now', 'todo'))).toEqual([
    'solid',
    'dashed',
    'pale',
    'pale',
    'none',
  ])
})

test('the way into a stop is dashed, because what was done is undone', () => {
  expect(seamLines(stages('done', 'done', 'stopped'))).toEqual(['solid', 'dashed', 'none'])
})
