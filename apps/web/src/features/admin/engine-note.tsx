'use client'

import { Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEngineAway } from './use-engine-away'
import { useMomentText } from './use-moment-text'

/**
 * Says on every page while the engine is away that orders stand still, and that acts are safe all the same: each is written
 * to the database with its event, which is sent once the engine is back. So nothing is switched off for it.
 */
export const EngineNote = () => {
  const t = useTranslations('adminShell.engine')
  const textOf = useMomentText()
  const away = useEngineAway()
  return (
    <div role="status" className="z-10 sm:sticky sm:top-0">
      {away && (
        <p className="flex items-center gap-2 bg-rust-wash px-4 py-2 font-semibold text-rust sm:px-6">
          <Hourglass size={16} strokeWidth={2} aria-hidden="true" className="shrink-0" />
          <span>
            {away.lastWorkedAt ? t('awaySince', { at: textOf(away.lastWorkedAt) }) : t('away')} {t('safe')}
          </span>
        </p>
      )}
    </div>
  )
}
