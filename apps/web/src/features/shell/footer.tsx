import { useTranslations } from 'next-intl'
import { Logo } from '@/components/logo'
import { Link } from '@/i18n/navigation'
import { supportMail } from '@/lib/support-mail'
import { LocaleLink } from './locale-link'

const link = 'inline-flex min-h-11 items-center text-link'

export const Footer = () => {
  const t = useTranslations('footer')
  const nav = useTranslations('nav')
  return (
    <footer className="mt-24 border-t border-line text-sm text-ink-2">
      <div className="wrap grid gap-8 py-11 sm:grid-cols-[1fr_auto]">
        <div className="max-w-prose">
          <Logo className="text-lg text-ink" />
          <p className="mt-4">{t('firm')}</p>
          <p className="mt-1">{t('numbers')}</p>
          <p className="mt-4 text-ink">{t('demo')}</p>
        </div>
        <nav aria-label={t('help')} className="flex flex-col sm:items-end">
          <Link href="/orders" className={link}>
            {nav('orders')}
          </Link>
          <Link href="/orders/find" className={link}>
            {nav('findOrder')}
          </Link>
          <a href={`mailto:${supportMail}`} className={link}>
            {supportMail}
          </a>
          <LocaleLink className={link} />
        </nav>
      </div>
    </footer>
  )
}
