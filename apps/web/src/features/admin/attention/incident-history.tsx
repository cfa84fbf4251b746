'use client'

import { useTranslations } from 'next-intl'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useWordsOr } from '../use-words-or'

/** Who did what with it, the newest first. */
export const IncidentHistory = ({ acts }: Outputs['admin']['incident']['acts']) => {
  const t = useTranslations('adminAttention.history')
  const actOf = useWordsOr('adminAttention.history.actions')
  const moverOf = useWordsOr('admin.movers')
  return (
    <PlainTable
      title={t('title')}
      columns={[t('at'), t('who'), t('what'), t('why')]}
      rows={acts.map(({ id, at, actor, name, action, reason }) => ({
        key: id,
        cells: [<Moment key="at" at={at} />, name ?? moverOf(actor), actOf(action.replace('incident.', '')), reason],
      }))}
    />
  )
}
