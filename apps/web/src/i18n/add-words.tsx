'use client'

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

/** The words that are known above, and these. */
export const AddWords = ({ words, children }: { words: AbstractIntlMessages; children: ReactNode }) => {
  const locale = useLocale()
  const above = useMessages()
  const messages = useMemo(() => ({ ...above, ...words }), [above, words])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
