import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { readMe } from '@/features/shell/read-visitor'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('forbidden'))('consoleTitle'))

/** For everybody who is no operator: a plain page, and nothing of the shop's inside. */
export default async function NotForYou() {
  const t = await getTranslations('forbidden')
  const me = await readMe()
  return (
    <div className="max-w-2xl py-16 md:py-24" lang={await getLocale()}>
      <h1 className="text-title">{t('consoleTitle')}</h1>
      <p className="mt-4 text-lead text-ink-2">{me ? t('consoleShopper') : t('consoleGuest')}</p>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink href="/sign-in?returnTo=/admin" size="medium">
          {me ? t('otherAccount') : t('signIn')}
        </ButtonLink>
        <ButtonLink href="/" kind="line" size="medium">
          {t('toShop')}
        </ButtonLink>
      </div>
    </div>
  )
}
