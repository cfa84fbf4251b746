import { createElement as h, type ReactNode } from 'react'
import { colours, fonts } from './look.ts'

/** The way to the carrier's own page about a parcel. */
export const trackingLink = (label: string, href: string): ReactNode =>
  h(
    'p',
    { className: 'keep', style: { margin: '0 0 18px', fontFamily: fonts.body, fontSize: '16px', lineHeight: '1.65' } },
    h(
      'a',
      { href, target: '_blank', className: 'ink', style: { color: colours.ink, textDecoration: 'underline' } },
      label,
    ),
  )
