'use client'

import { type Locale, locales } from '@makegood/core/locale'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RadioCards } from '@/components/ui/radio-cards'
import { usePathname, useRouter } from '@/i18n/navigation'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

const names = { ko: '한국어', en: 'English' } as const

/**
 * The language of the pages, which is the one that is being read; another one is kept with the account by the press, and the
 * page follows.
 */
export const LanguageChoice = () => {
  const t = useTranslations('account.profile')
  const errors = useTranslations('errors')
  const caller = useTRPCClient()
  const router = useRouter()
  const here = usePathname()
  const shown = useLocale()
  const [asked, setAsked] = useState<Locale | null>(null)
  const chosen = asked ?? shown
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const choose = async (value: string) => {
    const locale = locales.find(known => known === value)
    if (!locale || locale === chosen) return
    setAsked(locale)
    setFault(null)
    try {
      await caller.store.account.setLocale.mutate({ locale })
      router.replace(here, { locale, scroll: false })
    } catch (error) {
      setAsked(null)
      setFault(wordsKeyOf(error))
    }
  }
  return (
    <div className="max-w-md">
      <RadioCards
        legend={t('language')}
        hideLegend
        value={chosen}
        onChange={choose}
        cards={locales.map(locale => ({ value: locale, title: <span lang={locale}>{names[locale]}</span> }))}
      />
      <p role="alert" className="mt-2 text-sm font-medium text-rust empty:hidden">
        {fault && errors(fault)}
      </p>
    </div>
  )
}
