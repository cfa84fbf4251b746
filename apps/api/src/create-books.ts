import type { Carrier } from '@makegood/core/ports/carrier'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import type { SeenDifference } from '@makegood/db/reconciliation/close-difference'
import { compareOrder } from '@makegood/events/reconcile/compare-order'
import { refundOrphanCharge } from '@makegood/events/reconcile/refund-orphan-charge'
import { reviewBooks } from '@makegood/events/reconcile/review-books'
import type { Logger } from 'pino'

type Parts = {
  readonly db: Db
  readonly gateway: PaymentGateway
  readonly carrier: Carrier
  readonly logger: Logger
}

/** Reviews of the books that operators ask for: one takes seconds to minutes, so that nobody's request waits for its end. */
export const createBooks = ({ logger, ...parts }: Parts) => {
  const underWay = new Set<Promise<unknown>>()
  return {
    /** Answers with the run as soon as it has begun; refused while another one runs. */
    review: (operatorId: string): Promise<string> =>
      new Promise((begun, refused) => {
        const review: Promise<unknown> = reviewBooks(parts, operatorId, { begun })
          .catch((error: unknown) => {
            logger.error({ err: error }, 'a review of the books failed')
            refused(error)
          })
          .finally(() => underWay.delete(review))
        underWay.add(review)
      }),
    compare: (orderId: string) => compareOrder(parts, orderId),
    refund: (seen: SeenDifference) => refundOrphanCharge(parts, seen),
    /** Resolves once no review is under way. */
    settle: () => Promise.allSettled(underWay),
  }
}
