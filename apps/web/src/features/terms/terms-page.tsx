import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { type TermsPlace, termsPlaces } from './terms-places'

type Props = { of: TermsPlace; children: ReactNode }

/** One page of what the shop promises: its name, what it is about, its parts, and the way to the others. */
export const TermsPage = ({ of, children }: Props) => {
  const t = useTranslations('terms')
  return (
    <div className="wrap">
      <div className="mx-auto max-w-4xl pt-8 md:pt-14">
        <h1 className="text-title">{t(`${of}.title`)}</h1>
        <p className="mt-4 max-w-[33.5em] text-lead text-ink-2">{t(`${of}.lead`)}</p>
        <div className="mt-10 md:mt-14">{children}</div>
        <nav aria-label={t('others')} className="flex flex-wrap gap-x-8 border-t border-line pt-4 text-[0.9375rem]">
          {termsPlaces
            .filter(place => place.id !== of)
            .map(({ id, path }) => (
              <Link key={id} href={path} className="inline-flex min-h-11 items-center text-link">
                {t(`${id}.title`)}
              </Link>
            ))}
        </nav>
      </div>
    </div>
  )
}

/** A part of such a page: on a wide page its name stands beside its words. */
export const TermsPart = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-x-10 gap-y-3 border-t border-line py-7 md:grid-cols-[13rem_1fr] md:py-9">
    <h2 className="text-sub">{title}</h2>
    <div className="figures max-w-[37em] space-y-3 leading-relaxed">{children}</div>
  </section>
)
