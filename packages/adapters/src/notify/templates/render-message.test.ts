import { locales } from '@makegood/core/locale'
import { type MessageData, messageLink, messageSchemas, messageTemplates } from '@makegood/core/messages/message-data'
import { describe, expect, test } from 'vitest'
import { renderMessage } from './render-message.ts'
import { sampleData } from './sample-data.ts'

const cases = messageTemplates.flatMap(template => locales.map(locale => [template, locale] as const))
const rendered = (template: (typeof messageTemplates)[number], locale: (typeof locales)[number]) =>
  renderMessage(template, locale, sampleData[template])

const cancelled = (more: Partial<MessageData<'order-cancelled'>>) =>
  renderMessage('order-cancelled', 'en', { ...sampleData['order-cancelled'], ...more })
const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })

describe.each(cases)('%s in %s', (template, locale) => {
  test('says everything in every form, and nothing that is no word', async () => {
    const { subject, html, text, short } = await rendered(template, locale)
    for (const form of [subject, html, text, short.title, short.body]) {
      expect(form.trim()).not.toBe('')
      expect(form).not.toMatch(/undefined|null|NaN|\[object|=>/)
    }
    expect(text).toContain(messageLink(sampleData[template]))
    expect(text).not.toMatch(/<\/?[a-z]/)
    expect(html).toContain(`lang="${locale}"`)
  })

  test('brings nothing from outside and runs nothing', async () => {
    const { html } = await rendered(template, locale)
    expect(html).not.toMatch(/<(script|img|iframe|form|object|link)\b|url\(|@import|\son\w+=/i)
    const hosts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, href]) => new URL(href ?? '').host)
    expect(hosts.filter(host => host !== 'localhost:3000' && host !== 'localhost:4400')).toEqual([])
  })

  test('fits into one SMS of reasonable length', async () => {
    const { short } = await rendered(template, locale)
    expect(short.title.length).toBeLessThanOrEqual(60)
    expect(short.body.length).toBeLessThanOrEqual(240)
  })
})

test.each(messageTemplates)('%s says it in Korean and in English', async template => {
  const [ko, en] = [await rendered(template, 'ko'), await rendered(template, 'en')]
  expect(ko.subject).not.toBe(en.subject)
  expect(ko.subject).toMatch(/[가-힣]/)
  expect(en.subject).not.toMatch(/[가-힣]/)
  expect(ko.short).not.toEqual(en.short)
})

test('only news of something made good carries the gold seam', async () => {
  const seamed = await Promise.all(
    messageTemplates.map(async template =>
      (await rendered(template, 'en')).html.includes('class="seam"') ? template : [],
    ),
  )
  expect(seamed.flat()).toEqual(['payment-refunded', 'order-taken-up-again'])
})

test('amounts are right to the won, in each language’s own way, and nothing that is zero is mentioned', async () => {
  const ko = await renderMessage('order-confirmed', 'ko', sampleData['order-confirmed'])
  for (const amount of [
    '148,000원',
    '56,000원',
    '204,000원',
    '−5,000원',
    '6,000원',
    '205,000원',
    '185,000원',
    '20,000원',
  ])
    expect(ko.text).toContain(amount)
  const en = await renderMessage('order-confirmed', 'en', {
    ...sampleData['order-confirmed'],
    discount: won(0),
    byWallet: won(0),
    byCard: won(204_000),
    total: won(204_000),
  })
  expect(en.text).toContain('₩204,000')
  expect(en.text).not.toMatch(/Coupon|wallet|₩0\b/)
})

test('a cancelled order says what is kept, what goes back where, and when', async () => {
  const { text, short } = await cancelled({})
  expect(text).toMatch(/Cancellation fee\s+₩9,950/)
  expect(text).toMatch(/Back to your card\s+₩169,050/)
  expect(text).toMatch(/Back to your wallet\s+₩20,000/)
  expect(text).toContain('3 to 5 working days')
  expect(short.body).toBe('You get ₩189,050 back.')
})

test('a cancelled order that was never paid says that no money left, and a fee that eats all says so', async () => {
  const unpaid = { fee: won(0), toCard: won(0), toWallet: won(0) }
  const shortLines = [{ name: 'Moon jar', wanted: 2, available: 1 }]
  const { text } = await cancelled({ ...unpaid, reason: 'stock-insufficient', shortLines })
  expect(text).toContain('No money has left your account.')
  expect(text).toMatch(/Moon jar\s+ordered 2, left 1/)
  expect(text).not.toMatch(/fee|₩/)
  expect((await cancelled({ ...unpaid, fee: won(500) })).short.body).toContain('there is nothing to refund')
})

test('every reason to cancel has words in both languages', async () => {
  for (const reason of messageSchemas['order-cancelled'].shape.reason.options) {
    for (const locale of locales) {
      const { text } = await renderMessage('order-cancelled', locale, { ...sampleData['order-cancelled'], reason })
      expect(text, reason).not.toContain('undefined')
    }
  }
})

test('every cause of a refund has words in both languages, and what an operator gave back speaks of no return', async () => {
  for (const cause of messageSchemas['payment-refunded'].shape.cause.options)
    for (const locale of locales) {
      const { text } = await renderMessage('payment-refunded', locale, { ...sampleData['payment-refunded'], cause })
      expect(text, cause).not.toContain('undefined')
    }
  const part = { ...sampleData['payment-refunded'], cause: 'part', toWallet: won(3_000) } as const
  const { text } = await renderMessage('payment-refunded', 'en', part)
  expect(text).toMatch(/Back to your card\s+₩199,000/)
  expect(text).toMatch(/Back to your wallet\s+₩3,000/)
  expect(text).not.toMatch(/sent back|cancelled/)
})

test('what people wrote is text, whatever it looks like', async () => {
  const evil = '<script>alert(1)</script><a href="https://evil.example">x</a>'
  const { html } = await renderMessage('return-rejected', 'en', {
    ...sampleData['return-rejected'],
    name: evil.slice(0, 80),
    reason: evil,
    lines: [{ name: evil, option: evil, quantity: 1 }],
  })
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toMatch(/<script|href="https:\/\/evil/)
})

test.each([
  ['a link that is no web page', { orderUrl: 'javascript:alert(1)' }],
  ['a piece that is missing', { name: undefined }],
  ['a piece that nobody knows', { discount: '5' }],
])('%s is refused', async (_what, more) => {
  const data = { ...sampleData['order-taken-up-again'], ...more } as MessageData<'order-taken-up-again'>
  await expect(renderMessage('order-taken-up-again', 'en', data)).rejects.toThrow()
})
