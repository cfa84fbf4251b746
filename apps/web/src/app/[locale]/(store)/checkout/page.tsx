import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Checkout } from '@/features/checkout/checkout'
import { readMe } from '@/features/shell/read-visitor'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('checkout'))('title'))

export default async function CheckoutPage() {
  const t = await getTranslations('checkout')
  const me = await readMe()
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{t('title')}</h1>
      <Checkout me={me && { name: me.name, email: me.email }} />
    </div>
  )
}
