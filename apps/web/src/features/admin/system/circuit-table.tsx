'use client'

import { outsideNames, type SystemView } from '@makegood/core/system/views'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useTook } from './use-took'

/** What each api process thinks of each outside system. */
export const CircuitTable = ({ processes }: { processes: SystemView['processes'] }) => {
  const t = useTranslations('adminSystem.circuits')
  const took = useTook()
  return (
    <div className="mt-10">
      <PlainTable
        title={t('title')}
        columns={[t('process'), ...outsideNames.map(name => t(`names.${name}`))]}
        rows={processes.map(({ id, startedAt, said }) => ({
          key: id,
          cells: [
            <span key="process" className="break-all">
              {id}
              <span className="figures block text-xs text-ink-2">
                {t('answers', { time: took(said.answerP95Ms), count: said.answers })} · <Moment at={startedAt} />
              </span>
            </span>,
            ...outsideNames.map(name => {
              const state = said.circuits[name]?.state ?? 'closed'
              return (
                <span key={name} className={cn(state === 'closed' ? 'text-celadon' : 'font-semibold text-rust')}>
                  {t(`states.${state}`)}
                </span>
              )
            }),
          ],
        }))}
      />
      <p className="mt-2 max-w-3xl text-ink-2">{processes.length === 0 ? t('none') : t('meaning')}</p>
    </div>
  )
}
