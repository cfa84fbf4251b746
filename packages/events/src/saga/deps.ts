import type { Policy } from '@makegood/core/policy'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import type { Redis } from '@makegood/db/redis/create-redis'
import type { Logger } from 'pino'

/** What the functions need of the process that runs them. */
export type Deps = {
  readonly db: Db
  readonly redis: Redis
  readonly gateway: PaymentGateway
  readonly policy: Policy
  readonly logger: Logger
  readonly outbox: { nudge(): void }
}
