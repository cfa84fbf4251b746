'use client'

import { useTranslations } from 'next-intl'
import { CauseNote } from './cause-note'
import { Moment } from './moment'
import type { SagaView } from './operator-view'

type Failure = SagaView['steps'][number]['failures'][number]

/** The attempts of a step and its undo that failed, with why: they stay readable when a later one was good. */
export const FailedAttempts = ({ failures }: { failures: readonly Failure[] }) => {
  const t = useTranslations('admin.failures')
  if (failures.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-7 items-center text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11">
        {t('title', { count: failures.length })}
      </summary>
      <ol className="mb-2 space-y-2 rounded-sm border border-line bg-sheet p-3">
        {failures.map(({ at, of, attempt, error }) => (
          <li key={`${at} ${of} ${attempt}`}>
            <p className="text-ink-2">
              {t(of, { attempt })} · <Moment at={at} exact />
            </p>
            <CauseNote recorded={error} />
          </li>
        ))}
      </ol>
    </details>
  )
}
