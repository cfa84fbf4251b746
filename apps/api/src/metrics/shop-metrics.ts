import type { EngineHealth } from '@makegood/core/system/views'
import type { Db } from '@makegood/db/client'
import type { Logger } from 'pino'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Timings } from './timings.ts'
import type { NewGauge } from './watch.ts'
import { watchAlerts } from './watches/alerts.ts'
import { watchDataDeliveries } from './watches/data-deliveries.ts'
import { watchEngine } from './watches/engine.ts'
import { watchIncidents } from './watches/incidents.ts'
import { watchLimits } from './watches/limits.ts'
import { watchNotifications } from './watches/notifications.ts'
import { watchOrders } from './watches/orders.ts'
import { watchOutbox } from './watches/outbox.ts'
import { watchSagas } from './watches/sagas.ts'
import { watchWebhooks } from './watches/webhooks.ts'

const watches = {
  outbox: watchOutbox,
  sagas: watchSagas,
  limits: watchLimits,
  incidents: watchIncidents,
  notifications: watchNotifications,
  'data-deliveries': watchDataDeliveries,
  webhooks: watchWebhooks,
  orders: watchOrders,
  alerts: watchAlerts,
}

export type MetricsParts = {
  readonly db: Db
  readonly logger: Logger
  readonly askEngine: (question: 'health') => Promise<EngineHealth>
  readonly timings: Timings
}

export type ShopMetrics = {
  readonly contentType: string
  /** Everything, as Prometheus reads it; scrapes at the same moment share one look at the database. */
  text(): Promise<string>
}

/**
 * What the shop tells of itself. What cannot be read at a scrape is left out of it rather than told as it was, and
 * `makegood_watch_up` says which part that is.
 */
export const createShopMetrics = ({ db, logger, askEngine, timings }: MetricsParts): ShopMetrics => {
  const registry = new Registry()
  const up = new Gauge({
    name: 'makegood_watch_up',
    help: '1 where this part of the shop could be asked at this scrape.',
    labelNames: ['watch'],
    registers: [registry],
  })
  const parts = Object.entries({ ...watches, engine: watchEngine(askEngine) }).map(([name, watch]) => {
    const forgets: (() => void)[] = []
    const gauge: NewGauge = (gaugeName, help, labelNames = []) => {
      const made = new Gauge({ name: `makegood_${gaugeName}`, help, labelNames, registers: [registry] })
      // Reset, a gauge without labels would say 0.
      forgets.push(() => (labelNames.length === 0 ? made.remove() : made.reset()))
      return made
    }
    return { name, forgets, refresh: watch(gauge) }
  })
  const refresh = async ({ name, forgets, refresh: bringUpToDate }: (typeof parts)[number]): Promise<void> => {
    try {
      await bringUpToDate(db)
      up.set({ watch: name }, 1)
    } catch (error) {
      logger.warn({ err: error, watch: name }, 'a part of the shop could not be measured')
      up.set({ watch: name }, 0)
      for (const forget of forgets) forget()
    }
  }
  let refreshing: Promise<unknown> | undefined
  let measuresProcess = false
  return {
    contentType: registry.contentType,
    text: async () => {
      // Measuring the process costs a little all the time, so it begins when somebody asks for the first time.
      if (!measuresProcess) collectDefaultMetrics({ register: registry })
      measuresProcess = true
      refreshing ??= Promise.all(parts.map(refresh)).finally(() => {
        refreshing = undefined
      })
      await refreshing
      return (await Promise.all([registry, timings.registry].map(one => one.metrics()))).join('\n')
    },
  }
}
