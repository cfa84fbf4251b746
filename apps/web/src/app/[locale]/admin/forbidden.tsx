import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { readMe } from '@/features/shell/read-visitor'
import { Link } from '@/i18n/navigation'

/** For everybody who is no operator: a plain page, and nothing of the shop's inside. */
export default async function NotForYou() {
  const t = await getTranslations('forbidden')
  const me = await readMe()
  return (
    <div className="max-w-2xl py-16 md:py-24" lang={await getLocale()}>
      <h1 className="text-title">{t('consoleTitle')}</h1>
      <p className="mt-4 text-lead text-ink-2">{me ? t('consoleShopper') : t('consoleGuest')}</p>
      <div className="mt-7 flex flex-wrap gap-3">
        <Button asChild size="medium">
          <Link href="/sign-in?returnTo=/admin">{me ? t('otherAccount') : t('signIn')}</Link>
        </Button>
        <Button asChild kind="line" size="medium">
          <Link href="/">{t('toShop')}</Link>
        </Button>
      </div>
    </div>
  )
}
