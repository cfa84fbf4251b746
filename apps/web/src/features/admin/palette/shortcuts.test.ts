import { expect, test } from 'vitest'
import { placeKeys, readShortcut } from './shortcuts'

const press = (key: string, changed: object = {}) => ({ key, ctrl: false, alt: false, busy: false, ...changed })

test('no shortcut but the palette does anything while somebody types', () => {
  for (const key of ['g', '/', '?', 'o'])
    expect(readShortcut(press(key, { busy: true }), true)).toEqual({ does: 'nothing' })
  expect(readShortcut(press('k', { ctrl: true, busy: true }), false)).toEqual({ does: 'palette' })
})

test('g and a letter go to a place, each place by a letter of its own', () => {
  expect(readShortcut(press('g'), false)).toEqual({ does: 'wait' })
  expect(readShortcut(press('o'), true)).toEqual({ does: 'go', to: 'orders' })
  expect(readShortcut(press('o'), false)).toEqual({ does: 'nothing' })
  expect(readShortcut(press('z'), true)).toEqual({ does: 'nothing' })
  const letters = Object.values(placeKeys)
  expect(new Set(letters).size).toBe(letters.length)
})

test('the browser’s own keys stay the browser’s', () => {
  expect(readShortcut(press('g', { ctrl: true }), false)).toEqual({ does: 'nothing' })
  expect(readShortcut(press('?', { alt: true }), false)).toEqual({ does: 'nothing' })
})
