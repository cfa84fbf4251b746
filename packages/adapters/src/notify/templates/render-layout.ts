import type { Locale } from '@makegood/core/locale'
import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Html } from '@react-email/html'
import { Preview } from '@react-email/preview'
import { createElement as h, type ReactNode } from 'react'
import { colours, darkStyle, fonts } from './look.ts'
import { paragraph } from './parts.ts'
import type { MessageContent } from './template.ts'

const footers = {
  ko: (orderNumber: string) => `주문 ${orderNumber}번에 관한 소식이라 보내 드립니다. 손으로 빚은 살림살이, makegood.`,
  en: (orderNumber: string) => `You get this because of your order ${orderNumber}. makegood, things made by hand.`,
} as const

const wordmark = (): ReactNode =>
  h(
    'p',
    {
      className: 'ink',
      style: {
        margin: '0 0 18px',
        color: colours.ink,
        fontFamily: fonts.heading,
        fontSize: '22px',
        fontWeight: 700,
        letterSpacing: '-0.02em',
        lineHeight: '1',
      },
    },
    'makegood',
  )

/** The gold seam: the one ornament, and it says that something was made good. */
const seam = (): ReactNode =>
  h('div', {
    className: 'seam',
    'aria-hidden': true,
    style: {
      width: '72px',
      height: '3px',
      backgroundColor: colours.gold,
      margin: '0 0 22px',
      fontSize: '0',
      lineHeight: '0',
    },
  })

const heading = (text: string): ReactNode =>
  h(
    Heading,
    {
      as: 'h1',
      className: 'ink keep',
      style: {
        margin: '0 0 20px',
        color: colours.ink,
        fontFamily: fonts.heading,
        fontSize: '27px',
        fontWeight: 400,
        letterSpacing: '-0.02em',
        lineHeight: '1.35',
      },
    },
    text,
  )

const button = (label: string, href: string): ReactNode =>
  h(
    Button,
    {
      href,
      className: 'button',
      style: {
        backgroundColor: colours.ink,
        color: colours.paper,
        fontFamily: fonts.body,
        fontSize: '16px',
        fontWeight: 600,
        padding: '13px 24px',
        borderRadius: '2px',
        margin: '10px 0 0',
      },
    },
    label,
  )

const head = (subject: string): ReactNode =>
  h(
    Head,
    null,
    h('title', null, subject),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    h('style', null, darkStyle),
  )

/** Every message's frame: wordmark, heading, what there is to say, one button to its page, a line on why it was sent. */
export const layOut = (
  content: MessageContent,
  about: { readonly locale: Locale; readonly orderNumber: string; readonly link: string },
): ReactNode => {
  const { locale, orderNumber, link } = about
  const sheet = h(
    Container,
    {
      className: 'sheet',
      style: {
        maxWidth: '560px',
        margin: '0 auto',
        padding: '34px 36px 38px',
        backgroundColor: colours.sheet,
        border: `1px solid ${colours.line}`,
        borderRadius: '2px',
      },
    },
    content.mended ? seam() : null,
    heading(content.heading),
    ...content.body,
    button(content.action, link),
  )
  const frame = (...children: readonly ReactNode[]) =>
    h(Container, { style: { maxWidth: '560px', margin: '0 auto' } }, ...children)
  return h(
    Html,
    { lang: locale, dir: 'ltr' },
    head(content.subject),
    h(
      Body,
      { className: 'paper', style: { margin: '0', padding: '32px 12px', backgroundColor: colours.paper } },
      h(Preview, null, content.preview),
      frame(wordmark()),
      sheet,
      frame(h('div', { style: { height: '18px' } }), paragraph(content.why ?? footers[locale](orderNumber), 'soft')),
    ),
  )
}
