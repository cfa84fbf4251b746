import type { SystemView } from '@makegood/core/system/views'
import type { Tx } from '../client.ts'
import { countWaitingDeliveries } from '../data-delivery/count-deliveries.ts'
import { countNotifications } from '../notification/count-notifications.ts'
import { measureOutboxLag } from '../outbox/measure-outbox-lag.ts'
import { countSagas } from '../saga/count-sagas.ts'
import { countUnhandledWebhooks } from '../webhook/count-unhandled-webhooks.ts'
import { listJobRuns } from './list-job-runs.ts'

const countMax = 10_000
const processSeenSeconds = 60

type ProcessRow = Omit<SystemView['processes'][number], 'startedAt' | 'seenAt'> & { startedAt: Date; seenAt: Date }
type Counts = { stopped: number; refused: number; lastHour: number; failed: number; open: number }

/** Everything that the database knows of how the shop runs, each by an index of what is open; counts stop at 10,000. */
export const readSystem = async (
  db: Tx,
): Promise<Omit<SystemView, 'engine' | 'campaigns' | 'asOf'> & { openCampaigns: number }> => {
  const [sagas, outbox, unhandled, notifications, deliveries, jobs, processes, [counts]] = await Promise.all([
    countSagas(db, countMax),
    measureOutboxLag(db, countMax),
    countUnhandledWebhooks(db, countMax),
    countNotifications(db, countMax),
    countWaitingDeliveries(db, countMax),
    listJobRuns(db),
    db.$queryRaw<ProcessRow[]>`
      select id, started_at as "startedAt", seen_at as "seenAt", said from api_process
      where seen_at > now() - make_interval(secs => ${processSeenSeconds}::float8) order by started_at limit 50`,
    db.$queryRaw<Counts[]>`
      select (select count(*) from (select 1 from saga where status = 'NEEDS_ATTENTION' limit ${countMax}) s)::int as stopped,
        (select count(*) from (select 1 from incident where resolved_at is null and kind = 'event-failed' and step_id = 'send'
          limit ${countMax}) i)::int as refused,
        (select count(*) from (select 1 from webhook_inbox where received_at > now() - interval '1 hour' limit ${countMax}) w)::int
          as "lastHour",
        (select count(*) from (select 1 from incident where resolved_at is null and kind = 'event-failed' and step_id <> 'send'
          limit ${countMax}) i)::int as failed,
        (select count(*) from coupon_campaign where not stopped and valid_from <= now() and valid_to > now())::int as open`,
  ])
  const { stopped = 0, refused = 0, lastHour = 0, failed = 0, open = 0 } = counts ?? {}
  return {
    sagas: { ...sagas, stopped },
    outbox: { ...outbox, refused },
    webhooks: { lastHour, ...unhandled, failed },
    notifications,
    deliveries: { waiting: deliveries },
    jobs,
    processes: processes.map(row => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
    })),
    openCampaigns: open,
  }
}
