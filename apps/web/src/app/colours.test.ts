import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const readTokens = (part: string): Record<string, string> =>
  Object.fromEntries(Array.from(part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g), match => [match[1], match[2]]))

const [lightPart = '', darkPart = ''] = css.split('@media')
const themes = { light: readTokens(lightPart), dark: readTokens(darkPart) }

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(start => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map(channel => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of WCAG 2, from 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'paper-2', 'sheet']
const texts = ['ink', 'ink-2', 'gold-text', 'celadon', 'rust']
const washes = [
  ['ink', 'rust-wash'],
  ['rust', 'rust-wash'],
  ['ink-2', 'rust-wash'],
  ['ink', 'celadon-wash'],
  ['celadon', 'celadon-wash'],
  ['paper', 'ink'],
] as const

test.each(['light', 'dark'] as const)('every text reads on every ground in the %s theme', theme => {
  const tokens = themes[theme]
  const pairs = [...grounds.flatMap(ground => texts.map(text => [text, ground] as const)), ...washes]
  const weak = pairs
    .map(([text, ground]) => [text, ground, contrast(tokens[text] ?? '', tokens[ground] ?? '')] as const)
    .filter(([, , ratio]) => !(ratio >= 4.5))
  expect(weak).toEqual([])
})

test.each(['light', 'dark'] as const)('edges of fields and the seam are seen in the %s theme', theme => {
  const tokens = themes[theme]
  const weak = ['edge', 'gold', 'rust', 'celadon'].flatMap(mark =>
    ['paper', 'sheet']
      .map(ground => [mark, ground, contrast(tokens[mark] ?? '', tokens[ground] ?? '')] as const)
      .filter(([, , ratio]) => !(ratio >= 3)),
  )
  expect(weak).toEqual([])
})
