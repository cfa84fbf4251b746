'use client'

import { restedMs } from '@makegood/core/system/job-looks'
import type { SystemView } from '@makegood/core/system/views'
import { useTranslations } from 'next-intl'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useWordsOr } from '../use-words-or'
import { useTook } from './use-took'

/** How the work by the clock went last. */
export const JobTable = ({ jobs }: { jobs: SystemView['jobs'] }) => {
  const t = useTranslations('adminSystem.jobs')
  const nameOf = useWordsOr('adminSystem.jobs.names')
  const took = useTook()
  return (
    <div className="mt-10">
      <PlainTable
        title={t('title')}
        columns={[t('job'), t('last'), t('took'), t('outcome')]}
        rows={jobs.map(({ job, startedAt, endedAt, error }) => {
          const ranMs = Date.parse(endedAt) - Date.parse(startedAt)
          const rested = restedMs(job, ranMs)
          return {
            key: job,
            cells: [
              <span key="job" title={job}>
                {nameOf(job)}
              </span>,
              <Moment key="last" at={endedAt} />,
              <span key="took" className="figures">
                {took(ranMs - rested)}
                {rested > 0 && <span className="block text-xs text-ink-2">{t('rested', { time: took(rested) })}</span>}
              </span>,
              error === null ? (
                t('ok')
              ) : (
                <span key="outcome" className="break-words font-semibold text-rust">
                  {t('failed', { error })}
                </span>
              ),
            ],
          }
        })}
      />
      <p className="mt-2 text-ink-2">{jobs.length === 0 ? t('none') : t('meaning')}</p>
    </div>
  )
}
