'use client'

import { useTranslations } from 'next-intl'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { useWordsOr } from './use-words-or'

export const HistoryTable = ({ history }: { history: OperatorOrderView['history'] }) => {
  const t = useTranslations('admin')
  const statusOf = useWordsOr('order.statuses')
  const reasonOf = useWordsOr('admin.reasons')
  const moverOf = useWordsOr('admin.movers')
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-sub">
        {t('history')}
      </h2>
      <ol className="mt-3 border-t border-line">
        {history.map(row => (
          <li key={row.version} className="grid grid-cols-[2rem_1fr_auto] gap-x-2 border-b border-line py-2">
            <span className="figures text-ink-2">{row.version}</span>
            <span>
              <span className="font-medium">{statusOf(row.toStatus)}</span>{' '}
              <span className="text-ink-2">
                {reasonOf(row.reason)} · {moverOf(row.mover)}
              </span>
            </span>
            <span className="text-ink-2">
              <Moment at={row.at} exact />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
