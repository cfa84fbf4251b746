import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gzipWith, pressParts } from './gzip-with-gaps'

test.each([
  [['']],
  [['one part']],
  [['', '']],
  [['<p nonce="', '">달 꽃병</p><p nonce="', '">', '']],
  [[`${'긴 글 '.repeat(50_000)}`, 'ß🏺', 'x'.repeat(200_000)]],
])('what is unpacked is the text with every gap filled', parts => {
  const pressed = pressParts(parts)
  for (const filling of ['', 'kX6+8oNZGfBKWP870dZAWw==', '값'])
    expect(gunzipSync(gzipWith(pressed, filling)).toString()).toBe(parts.join(filling))
})

test('a page takes hardly more room than pressed as a whole', () => {
  const parts = Array.from({ length: 30 }, (_, n) => `<li>${`product ${n} `.repeat(300)}</li>`)
  expect(gzipWith(pressParts(parts), 'n'.repeat(24)).length).toBeLessThan(6000)
})
