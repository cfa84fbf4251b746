import { expect, test } from 'vitest'
import { maintenanceWords, offlineWords, plainPage, plainPageHeaders } from './plain-page'

test.each([offlineWords, maintenanceWords])(
  'the page says it in both languages and needs nothing from outside',
  words => {
    const html = plainPage(words)
    for (const text of [words.ko.title, words.ko.text, words.en.title, words.en.text]) expect(html).toContain(text)
    expect(html).not.toMatch(/<script|src=|url\(|https?:\/\//)
    expect(plainPageHeaders['Content-Security-Policy']).toContain("default-src 'none'")
  },
)
