import { locales } from '@makegood/core/locale'
import { expect, test } from 'vitest'
import { renderPasswordReset } from './render-password-reset.ts'

const link = 'http://localhost:3000/reset-password?token=abc'

test.each(locales)('in %s the mail has one way, says how long it is open, and shows a name as text', async locale => {
  const { html, text, subject } = await renderPasswordReset({ locale, name: '<b>Mina</b>', link })
  expect(text).toContain(link)
  expect(html).not.toContain('<b>Mina')
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(match => match[1])
  expect(new Set(links)).toEqual(new Set([link]))
  expect(text).toMatch(locale === 'ko' ? /한 시간/ : /an hour/)
  expect(subject).not.toBe('')
})
