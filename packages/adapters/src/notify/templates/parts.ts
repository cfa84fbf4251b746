import type { Locale } from '@makegood/core/locale'
import { formatMoney, type Money } from '@makegood/core/money/money'
import { fromWireMoney, type WireMoney } from '@makegood/core/money/wire-money'
import { shopTimeZone } from '@makegood/core/shop-time'
import { Text } from '@react-email/text'
import { createElement as h, type ReactNode } from 'react'
import { colours, fonts } from './look.ts'

export const inWords = (amount: WireMoney, locale: Locale): string => formatMoney(fromWireMoney(amount), locale)

export const isSome = (amount: WireMoney): boolean => BigInt(amount.amountMinor) > 0n

export const sumOf = (a: WireMoney, b: WireMoney): Money => {
  if (a.currency !== b.currency) throw new Error(`cannot add ${b.currency} to ${a.currency}`)
  return { amountMinor: BigInt(a.amountMinor) + BigInt(b.amountMinor), currency: a.currency }
}

type Tone = 'ink' | 'soft' | 'rust'

/** Lines stay lines, also for readers that know no style, and in the text form. */
const inLines = (text: string): readonly ReactNode[] =>
  text.split('\n').flatMap((line, place) => (place === 0 ? [line] : [h('br'), line]))

/** A paragraph; everything in it is text and is escaped. */
export const paragraph = (text: string, tone: Tone = 'ink'): ReactNode =>
  h(
    Text,
    {
      className: `${tone} keep`,
      style: {
        margin: '0 0 14px',
        color: colours[tone],
        fontFamily: fonts.body,
        fontSize: tone === 'soft' ? '14px' : '16px',
        lineHeight: '1.65',
      },
    },
    ...inLines(text),
  )

export type Fact = { readonly label: string; readonly value?: string; readonly strong?: boolean }

const cell = (strong: boolean, side: 'left' | 'right') =>
  ({
    padding: side === 'left' ? '9px 12px 9px 0' : '9px 0',
    borderBottom: `1px solid ${colours.line}`,
    color: side === 'left' && !strong ? colours.soft : colours.ink,
    fontFamily: fonts.body,
    fontSize: strong ? '17px' : '15px',
    fontWeight: strong ? 600 : 400,
    lineHeight: '1.5',
    textAlign: side,
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
  }) as const

const factRow = ({ label, value, strong = false }: Fact): ReactNode => {
  if (value === undefined)
    return h(
      'tr',
      { key: label },
      h('td', { className: 'ink line keep', colSpan: 2, style: { ...cell(false, 'left'), color: colours.ink } }, label),
    )
  return h(
    'tr',
    { key: label },
    h('td', { className: `${strong ? 'ink' : 'soft'} line keep`, style: cell(strong, 'left') }, label),
    h('td', { className: 'ink line keep', style: cell(strong, 'right') }, value),
  )
}

/** Names on the left, what they come to on the right; a name without a value has the row for itself. */
export const factTable = (facts: readonly Fact[]): ReactNode =>
  h(
    'table',
    {
      className: 'facts line',
      width: '100%',
      cellPadding: 0,
      cellSpacing: 0,
      style: {
        width: '100%',
        borderCollapse: 'collapse',
        borderTop: `1px solid ${colours.line}`,
        margin: '8px 0 24px',
      },
    },
    h('tbody', null, ...facts.map(factRow)),
  )

export type GoodsLine = { readonly name: string; readonly option: string; readonly quantity: number }

/** `Moon vase, gold seam (large) × 2` */
export const goodsName = ({ name, option, quantity }: GoodsLine): string =>
  `${name}${option === '' ? '' : ` (${option})`} × ${quantity}`

/** `Moon vase` or `Moon vase and 2 more`, for where there is room for one name only. */
export const goodsInShort = (lines: readonly GoodsLine[], locale: Locale): string => {
  const name = lines[0]?.name ?? ''
  const more = lines.length - 1
  if (more === 0) return name
  return locale === 'ko' ? `${name} 외 ${more}가지` : `${name} and ${more} more`
}

const days = {
  ko: new Intl.DateTimeFormat('ko-KR', { dateStyle: 'long', timeZone: shopTimeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: shopTimeZone }),
} as const satisfies Record<Locale, Intl.DateTimeFormat>

/** The shop's calendar day, such as `3 December 2026`. */
export const dayInWords = (iso: string, locale: Locale): string => days[locale].format(new Date(iso))
