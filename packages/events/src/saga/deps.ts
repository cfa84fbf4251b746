import type { AlertSettings } from '@makegood/core/alert/alert-settings'
import type { Policy } from '@makegood/core/policy'
import type { Carrier } from '@makegood/core/ports/carrier'
import type { DataPlatform } from '@makegood/core/ports/data-platform'
import type { Mailer } from '@makegood/core/ports/mailer'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { PushSender } from '@makegood/core/ports/push-sender'
import type { SmsSender } from '@makegood/core/ports/sms-sender'
import type { Db } from '@makegood/db/client'
import type { Redis } from '@makegood/db/redis/create-redis'
import type { Logger } from 'pino'

/** What the functions need of the process that runs them. */
export type Deps = {
  readonly db: Db
  readonly redis: Redis
  readonly gateway: PaymentGateway
  readonly carrier: Carrier
  readonly mailer: Mailer
  readonly smsSender: SmsSender
  readonly pushSender: PushSender
  readonly dataPlatform: DataPlatform
  readonly policy: Policy
  /** From when on an alert is raised, and who is told. */
  readonly alerts: AlertSettings
  /** How much is due in the engine's queue; null where the engine does not say. */
  readonly engineQueue: () => Promise<number | null>
  /** The shop's address as a shopper's browser sees it. */
  readonly webUrl: string
  readonly logger: Logger
  readonly outbox: { nudge(): void }
}
