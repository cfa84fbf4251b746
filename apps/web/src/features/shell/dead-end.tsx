import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { supportMail } from '@/lib/support-mail'

type Props = { title: string; text: string; children?: ReactNode }

/** A page where the way does not go on: what happened, and where to go instead. */
export const DeadEnd = ({ title, text, children }: Props) => {
  const t = useTranslations('common')
  return (
    <div className="wrap max-w-3xl py-16 md:py-24">
      <h1 className="text-title">{title}</h1>
      <p className="mt-4 max-w-[28.5em] text-lead text-ink-2">{text}</p>
      <div className="mt-7 flex flex-wrap items-end gap-3">
        {children}
        <ButtonLink href="/" kind="line" size="medium">
          {t('toHome')}
        </ButtonLink>
        <ButtonLink href="/products" kind="line" size="medium">
          {t('toProducts')}
        </ButtonLink>
      </div>
      <p className="mt-8 text-sm text-ink-2">
        {t('askUs')}{' '}
        <a href={`mailto:${supportMail}`} className="in-text text-link">
          {supportMail}
        </a>
      </p>
    </div>
  )
}
