import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Logo } from '@/components/logo'
import { termsPlaces } from '@/features/terms/terms-places'
import { Link } from '@/i18n/navigation'
import { supportMail } from '@/lib/support-mail'
import { FirmLine } from './firm-line'
import { LocaleLink } from './locale-link'

const link = 'inline-flex min-h-11 items-center hover:text-ink hover:underline hover:underline-offset-4'

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <nav aria-label={title}>
    <p aria-hidden="true" className="pb-1 font-semibold text-ink">
      {title}
    </p>
    <ul>{children}</ul>
  </nav>
)

/**
 * What is at the foot of every page: the ways to help, to what the shop promises and to the other language, and who the
 * shop is. Few go there, so nothing is fetched in advance.
 */
export const Footer = () => {
  const t = useTranslations('footer')
  const nav = useTranslations('nav')
  const terms = useTranslations('terms')
  return (
    <footer className="mt-24 border-t border-line text-sm text-ink-2">
      <div className="wrap grid gap-x-16 gap-y-10 py-11 lg:grid-cols-[1fr_auto]">
        <div className="grid grid-cols-2 gap-x-8 gap-y-7 sm:grid-cols-[repeat(3,auto)] sm:justify-start sm:gap-x-14">
          <Group title={t('help')}>
            <li>
              <Link href="/orders" prefetch={false} className={link}>
                {nav('orders')}
              </Link>
            </li>
            <li>
              <Link href="/orders/find" prefetch={false} className={link}>
                {nav('findOrder')}
              </Link>
            </li>
            <li>
              <a href={`mailto:${supportMail}`} className={link}>
                {t('ask')}
              </a>
            </li>
          </Group>
          <Group title={t('shop')}>
            {termsPlaces.map(({ id, path }) => (
              <li key={id}>
                <Link href={path} prefetch={false} className={link}>
                  {terms(`${id}.title`)}
                </Link>
              </li>
            ))}
          </Group>
          <Group title={t('language')}>
            <li>
              <LocaleLink className={link} />
            </li>
          </Group>
        </div>
        <div className="max-w-[38.5em] lg:order-first">
          <Logo className="text-lg text-ink" />
          <FirmLine className="mt-4">{t('firm')}</FirmLine>
          <FirmLine className="mt-1">{t('numbers')}</FirmLine>
          <p className="mt-4 text-ink">{t('demo')}</p>
        </div>
      </div>
    </footer>
  )
}
