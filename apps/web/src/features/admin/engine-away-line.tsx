'use client'

import { useTranslations } from 'next-intl'
import { useEngineAway } from './use-engine-away'

/** Beside an act while the engine is away: it is accepted, and what follows from it waits. */
export const EngineAwayLine = () => {
  const t = useTranslations('adminShell.engine')
  return useEngineAway() && <p className="mt-2 text-rust">{t('act')}</p>
}
