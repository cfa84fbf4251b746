import { useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { ButtonLink } from '@/components/ui/button-link'

export const Hero = () => {
  const t = useTranslations('home')
  return (
    <section className="wrap grid gap-8 pt-2 pb-16 md:grid-cols-[5fr_7fr] md:items-center md:gap-14 md:pt-6 md:pb-24">
      <div className="order-2 min-w-0 md:order-1">
        <h1 className="text-hero whitespace-pre-line wrap-anywhere">{t('hero')}</h1>
        <p className="mt-5 max-w-[20.5em] text-lead text-ink-2 md:mt-7">{t('lead')}</p>
        <ButtonLink href="/products" className="mt-8">
          {t('look')}
        </ButtonLink>
      </div>
      <Picture
        src="/pictures/hero.webp"
        alt={t('heroAlt')}
        width={1400}
        height={1120}
        sizes="(min-width: 80rem) 690px, (min-width: 48rem) 55vw, calc(100vw - 2.25rem)"
        first
        className="order-1 aspect-5/4 md:order-2"
      />
    </section>
  )
}
