'use client'

import type { AlertView } from '@makegood/core/alert/views'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { useMomentText } from '../use-moment-text'
import { AlertMails } from './alert-mails'
import { useAlertValue } from './use-alert-value'

const pollMs = 5_000
/** The alerts that are open, read again every five seconds, each with what to do and who looks after it. */
export const AlertBoard = ({ first }: { first: Outputs['admin']['alert']['list'] }) => {
  const t = useTranslations('adminAlerts')
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.alert.list.queryOptions({ state: 'open' }),
    initialData: first,
    refetchInterval: pollMs,
  })
  const { alerts } = reading.data
  return (
    <section aria-labelledby="open-alerts">
      <h2 id="open-alerts" className="text-sub">
        {t('open')}
      </h2>
      {alerts.length === 0 && (
        <Callout tone="good" role="status" className="mt-3">
          {t('noneOpen')}
        </Callout>
      )}
      <ul className="mt-3 space-y-3">
        {alerts.map(alert => (
          <li key={alert.id}>
            <OpenAlert alert={alert} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const OpenAlert = ({ alert }: { alert: AlertView }) => {
  const t = useTranslations('adminAlerts')
  const errors = useTranslations('errors')
  const valueText = useAlertValue()
  const textOf = useMomentText()
  const api = useTRPC()
  const client = useQueryClient()
  const again = () => client.invalidateQueries(api.admin.alert.list.pathFilter())
  const taking = useMutation(api.admin.alert.acknowledge.mutationOptions({ onSettled: again }))
  const refusal = taking.error ? wordsKeyOf(taking.error) : null
  const inWords = (value: number) => valueText(alert.rule, value)
  return (
    <Callout tone="bad" title={t(`rules.${alert.rule}`)}>
      <p className="figures">
        {t('now', { value: inWords(alert.value), worst: inWords(alert.worst), threshold: inWords(alert.threshold) })}
      </p>
      <p>{t(`meanings.${alert.rule}`)}</p>
      <p className="figures text-ink-2">
        {t('since', {
          when: textOf(alert.openedAt),
          seen: textOf(alert.seenAt),
        })}
      </p>
      <AlertMails mails={alert.mails} />
      {alert.acknowledgedBy ? (
        <p className="mt-1 font-semibold">{t('acknowledged', { who: alert.acknowledgedBy })}</p>
      ) : (
        <GuardedButton
          permission="alert.acknowledge"
          kind="line"
          size="small"
          className="mt-3"
          aria-disabled={taking.isPending}
          onClick={() => {
            if (!taking.isPending) taking.mutate({ alertId: alert.id })
          }}
        >
          {t('acknowledge')}
        </GuardedButton>
      )}
      {refusal && (
        <p role="alert" className="mt-2 text-rust">
          {refusal === 'conflict' ? t('taken') : errors(refusal)}
        </p>
      )}
    </Callout>
  )
}
