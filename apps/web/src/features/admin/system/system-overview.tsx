'use client'

import type { SystemView } from '@makegood/core/system/views'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import { useMomentText } from '../use-moment-text'
import { CircuitTable } from './circuit-table'
import { JobTable } from './job-table'
import { PartCard } from './part-card'
import { useTook } from './use-took'

const pollMs = 5_000

/** Every part of the shop with its numbers, read again every five seconds. */
export const SystemOverview = ({ first }: { first: SystemView }) => {
  const t = useTranslations('adminSystem')
  const textOf = useMomentText()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.system.overview.queryOptions(),
    initialData: first,
    refetchInterval: pollMs,
  })
  const system = reading.data
  return (
    <>
      {reading.isError && (
        <p role="alert" className="mb-3 text-rust">
          {t('stale')}
        </p>
      )}
      <PartCards system={system} />
      <p className="mt-2 text-ink-2">{t('asOf', { when: textOf(system.asOf, 'clock') })}</p>
      <CircuitTable processes={system.processes} />
      <JobTable jobs={system.jobs} />
    </>
  )
}

const PartCards = ({ system }: { system: SystemView }) => {
  const t = useTranslations('adminSystem.facts')
  const took = useTook()
  const { sagas, outbox, engine, webhooks, notifications, deliveries, campaigns } = system
  const seconds = (value: number) => took(value * 1000)
  return (
    <div className="grid border-t border-l border-line sm:grid-cols-2 xl:grid-cols-4">
      <PartCard
        part="sagas"
        bad={sagas.stalled > 0 || sagas.stopped > 0}
        facts={[
          t('running', { count: sagas.running - sagas.waiting }),
          t('sagasWaiting', { count: sagas.waiting }),
          t('stalled', { count: sagas.stalled }),
          t('stopped', { count: sagas.stopped }),
        ]}
      />
      <PartCard
        part="outbox"
        bad={outbox.lagSeconds > 30 || outbox.refused > 0}
        facts={[
          t('unsent', { count: outbox.unsent }),
          t('lag', { time: seconds(outbox.lagSeconds) }),
          t('refused', { count: outbox.refused }),
        ]}
      />
      <PartCard
        part="engine"
        bad={!engine.reachable}
        facts={[
          engine.reachable ? t('reachable') : t('away'),
          engine.due === null ? t('unknown') : t('due', { count: engine.due }),
          ...(engine.oldestDueSeconds === null ? [] : [t('late', { time: seconds(engine.oldestDueSeconds) })]),
          ...(engine.trouble ? [engine.trouble] : []),
        ]}
      />
      <PartCard
        part="webhooks"
        bad={webhooks.oldestSeconds > 60 || webhooks.failed > 0}
        facts={[
          t('received', { count: webhooks.lastHour }),
          t('unhandled', { count: webhooks.unhandled }),
          t('lag', { time: seconds(webhooks.oldestSeconds) }),
          t('failed', { count: webhooks.failed }),
        ]}
      />
      <PartCard
        part="notifications"
        bad={notifications.failed > 0}
        facts={[t('waiting', { count: notifications.waiting }), t('failed', { count: notifications.failed })]}
      />
      <PartCard part="deliveries" bad={false} facts={[t('waiting', { count: deliveries.waiting })]} />
      <PartCard
        part="campaigns"
        bad={campaigns.inRedis === null}
        facts={[
          campaigns.inRedis === null
            ? t('redisAway')
            : t('inRedis', { there: campaigns.inRedis, open: campaigns.open }),
        ]}
      />
    </div>
  )
}
