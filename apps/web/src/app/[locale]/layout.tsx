import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getEnv } from '@/env'
import { StyleNonce } from '@/features/shell/style-nonce'
import { WordsOfEverywhere } from '@/i18n/client-words'
import { routing } from '@/i18n/routing'
import { ApiProvider } from '@/lib/trpc/provider'
import '../fonts.css'
import '../globals.css'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // Known before any style has come, so that a dark screen is not white until then.
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f0e8' },
    { media: '(prefers-color-scheme: dark)', color: '#16191d' },
  ],
}

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('meta')
  return {
    metadataBase: new URL(getEnv().webUrl),
    title: { default: t('title'), template: t('template') },
    description: t('description'),
    formatDetection: { telephone: false },
  }
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <html lang={locale}>
      <body>
        <StyleNonce nonce={nonce} />
        <WordsOfEverywhere>
          <ApiProvider>{children}</ApiProvider>
        </WordsOfEverywhere>
      </body>
    </html>
  )
}
