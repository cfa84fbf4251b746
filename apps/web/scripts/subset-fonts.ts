import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/**
 * Draws the fonts that every page begins with: the letters that the shop itself writes, of each font in one file, instead
 * of a file for each hundred letters. What people write beyond them comes from the packages' own files, page by page.
 */
const root = join(import.meta.dirname, '../../..')
const target = join(import.meta.dirname, '../src/app/fonts')
const { resolve } = createRequire(import.meta.url)

/** The parts of the words that stand on the pages on which a visit begins, and on the way from there to an order. */
const firstParts = ['meta', 'common', 'nav', 'footer', 'home', 'list', 'search', 'product', 'cart', 'checkout', 'pay']
/** What is written large on them. */
const firstHeadings = [
  ...['hero', 'featured', 'top', 'new', 'kinds', 'story'].map(name => ['home', name]),
  ['list', 'title'],
  ['list', 'searchTitle'],
  ['product', 'related'],
  ['cart', 'title'],
  ['cart', 'lines'],
  ...['title', 'contact', 'address', 'delivery', 'summary'].map(name => ['checkout', name]),
  ['checkout', 'coupon', 'title'],
  ['pay', 'title'],
]
const isOfTheConsole = (part: string): boolean => part.startsWith('admin')

const wordsIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.values(value ?? {})
        .map(wordsIn)
        .join('')
const wordAt = (path: readonly string[]): string =>
  wordsIn(path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], messages))
const sorted = (letters: Iterable<string>): string => [...new Set(letters)].sort().join('')
const hangulIn = (text: string): string => sorted(text.match(/[가-힣]/g) ?? [])

const messages: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'apps/web/messages/ko.json'), 'utf8'))
const goods = globSync('packages/db/src/seed/**/*.ts', { cwd: root })
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('')
const names = [...goods.matchAll(/name(?:Ko)?:\s*(?:\{\s*ko:\s*)?'([^']*)'/g)].map(([, name]) => name).join('')

// The foot of every page leads to the terms by their names.
const termsTitles = Object.keys(messages.terms ?? {}).map(id => wordAt(['terms', id, 'title']))
const first = hangulIn([names, ...firstParts.map(part => wordAt([part])), ...termsTitles].join(''))
const large = hangulIn([names, ...firstHeadings.map(wordAt)].join(''))
const shop = Object.entries(messages).filter(([part]) => !isOfTheConsole(part))
const hangul = hangulIn(goods + wordsIn(Object.fromEntries(shop)))
const without = (letters: string): string => [...hangul].filter(letter => !letters.includes(letter)).join('')
const latin = sorted(`${[...Array(95).keys()].map(at => String.fromCharCode(32 + at)).join('')} ©°·×–—‘’“”•…‹›←↑→↓−₩`)
// The only Korean word of an English page: the way to the other language.
const ownName = '한국어'

/** The ranges of these letters as a style sheet names them. */
const rangesOf = (letters: string): string => {
  const codes = [...letters].map(letter => letter.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const code of codes) {
    const last = ranges.at(-1)
    if (last && code === last[1] + 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number): string => code.toString(16)
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',')
}

const pretendard = join(dirname(resolve('pretendard/package.json')), 'dist/web/variable/woff2/PretendardVariable.woff2')
const gowun = (name: string): string => resolve(`@fontsource/gowun-batang/files/gowun-batang-${name}-normal.woff2`)

/** What the pages' type is set with; the alternates that nobody asks for are two thirds of the Latin letters' file. */
const keepFeatures = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'calt', 'tnum']

const faces = [
  { name: 'pretendard', family: 'Shop Sans', weight: '400 700', from: pretendard, letters: first },
  { name: 'pretendard-later', family: 'Shop Sans', weight: '400 700', from: pretendard, letters: without(first) },
  // Where two files have a letter, the last one is fetched for it.
  { name: 'pretendard-latin', family: 'Shop Sans', weight: '400 700', from: pretendard, letters: latin + ownName },
  { name: 'gowun-batang', family: 'Shop Serif', weight: '400', from: gowun('korean-400'), letters: large },
  {
    name: 'gowun-batang-later',
    family: 'Shop Serif',
    weight: '400',
    from: gowun('korean-400'),
    letters: without(large),
  },
  { name: 'gowun-batang-latin', family: 'Shop Serif', weight: '400', from: gowun('latin-400'), letters: latin },
  // The logo alone is bold. A font without a space gives no line its height, and the next font would be fetched for that.
  { name: 'gowun-batang-logo', family: 'Shop Serif', weight: '700', from: gowun('latin-700'), letters: ' adegkmo' },
]

mkdirSync(target, { recursive: true })
const css = await Promise.all(
  faces.map(async ({ name, family, weight, from, letters }) => {
    const variationAxes = weight.includes(' ') ? { variationAxes: { wght: { min: 400, max: 700 } } } : {}
    const font = await subsetFont(readFileSync(from), letters, {
      targetFormat: 'woff2',
      keepFeatures,
      ...variationAxes,
    })
    writeFileSync(join(target, `${name}.woff2`), font)
    console.log(`${name}: ${[...letters].length} letters, ${Math.round(font.length / 1000)} kB`)
    return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-display: swap;
  font-weight: ${weight};
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${rangesOf(letters)};
}
`
  }),
)
writeFileSync(
  join(target, 'shop-fonts.css'),
  `/* Drawn by apps/web/scripts/subset-fonts.ts from pretendard and @fontsource/gowun-batang (SIL Open Font License 1.1). */\n${css.join('')}`,
)
