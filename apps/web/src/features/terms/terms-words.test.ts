import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import en from '../../../messages/en.json' with { type: 'json' }
import ko from '../../../messages/ko.json' with { type: 'json' }

const usual = { percent: 5, late: 'take-up', held: 'yes', packingSeconds: 60 }
const bare = { percent: 0, late: 'refund', held: 'no', packingSeconds: 0 }
const texts = ['holdFrom', 'topUpMin', 'topUpMax', 'packing', 'reservation', 'payment', 'returning', 'retention']
const cookies = ['session', 'visitorCookie', 'orderLinkCookie']
const marked = Object.fromEntries([...texts, ...cookies].map(name => [name, `‹${name}›`]))
const marks = ['p', 'orders', 'find', 'returns', 'privacy', 'removal', 'profile', 'notifications', 'mail']
const plain = Object.fromEntries(marks.map(mark => [mark, (words: string) => `${words} `]))

const partsOf = (words: typeof ko) =>
  (['delivery', 'conditions', 'privacy'] as const).flatMap(page =>
    Object.entries(words.terms[page]).flatMap(([part, value]) =>
      typeof value === 'object' && part !== 'ways' ? [`terms.${page}.${part}.text`] : [],
    ),
  )

const say = (locale: 'ko' | 'en', key: string, figures: typeof usual): string => {
  const t = createTranslator({
    locale,
    messages: locale === 'ko' ? ko : en,
    onError: error => {
      throw error
    },
  })
  return t.markup(key as 'terms.delivery.cancelling.text', { ...figures, ...marked, ...plain })
}

test.each(['ko', 'en'] as const)('every sentence of the terms is filled with the shop’s figures, in %s', locale => {
  const keys = partsOf(ko)
  expect(keys).toHaveLength(18)
  const all = keys.map(key => say(locale, key, usual)).join('')
  expect(all).not.toMatch(/[{}<]|undefined/)
  expect([...texts, ...cookies].filter(name => !all.includes(`‹${name}›`))).toEqual([])
  expect(all).toContain('5%')
  expect(say(locale, 'terms.line.checkout', usual)).toContain('5%')
})

test.each(['ko', 'en'] as const)(
  'a shop without a fee, a wait or a look beforehand promises none of them, in %s',
  locale => {
    const cancelling = say(locale, 'terms.delivery.cancelling.text', bare)
    expect(cancelling).not.toMatch(/%|‹packing›|‹holdFrom›/)
    expect(say(locale, 'terms.line.checkout', bare)).not.toContain('%')
    expect(say(locale, 'terms.conditions.paying.text', bare)).not.toBe(
      say(locale, 'terms.conditions.paying.text', usual),
    )
  },
)
