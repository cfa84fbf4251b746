import { DomainError } from '@makegood/core/errors'
import type { OperatorOrderView } from '@makegood/core/order/operator-views'
import { isChargeOwed, type MoneySaga } from '@makegood/core/order/sum-order-money'
import { sagaIdOf } from '@makegood/core/saga/saga-starts'
import type { Db } from '../client.ts'
import { readChargeBooks } from './read-charge-books.ts'

/** So many of an order's payments and parcels are looked at, the newest. */
const partsMax = 20

export type BookedPayment = {
  readonly id: string
  readonly attempt: number
  /** The gateway's name of the charge while the attempt is open; afterwards its key alone finds it. */
  readonly openChargeRef: string | undefined
  /** What the shop has of it, what it knows that it owes included. */
  readonly keptMinor: bigint
  readonly currency: string
  /** The attempt or a refund of it is under way, so that the books may be a moment behind the gateway. */
  readonly isMoving: boolean
}

type PaymentStatus = OperatorOrderView['payments'][number]['status']

const isLateAtWork = ({ id, status }: MoneySaga, paymentId: string): boolean =>
  id === sagaIdOf('settle-late-payment', paymentId) && status === 'RUNNING'

/** What the shop's books say of an order's card payments and parcels, in their order; throws `not-found`. */
export const readOrderBooks = async (db: Db, orderId: string) => {
  const newest = { take: partsMax + 1 } as const
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: {
      payments: {
        where: { cardMinor: { gt: 0 } },
        orderBy: { attempt: 'desc' },
        ...newest,
        include: { refunds: { where: { leg: 'card', status: 'PLANNED' }, select: { id: true }, take: 1 } },
      },
      sagas: {
        where: { OR: [{ name: 'settle-late-payment' }, { status: 'NEEDS_ATTENTION' }] },
        select: { id: true, name: true, status: true, steps: { select: { stepId: true, undoStatus: true } } },
      },
      shipments: { orderBy: { registeredAt: 'desc' }, ...newest },
    },
  })
  if (!order) throw new DomainError('not-found', `no order ${orderId}`)
  const sagas = order.sagas as readonly MoneySaga[]
  const payments = order.payments.slice(0, partsMax).reverse()
  const parcels = order.shipments.slice(0, partsMax).reverse()
  const names = payments.map(({ id, chargeRef }) => ({ chargeRef: chargeRef ?? id, paymentId: id }))
  const books = new Map((await readChargeBooks(db, names)).map(book => [book.id, book]))
  return {
    payments: payments.map((payment): BookedPayment => {
      const { id, attempt, status, chargeRef, currency, refunds } = payment
      const book = books.get(id)
      return {
        id,
        attempt,
        openChargeRef: status === 'OPEN' && chargeRef ? chargeRef : undefined,
        keptMinor: isChargeOwed({ sagas }, { id, status: status as PaymentStatus })
          ? payment.cardMinor
          : (book?.keptMinor ?? 0n),
        currency,
        isMoving: (book?.isOpen ?? false) || refunds.length > 0 || sagas.some(saga => isLateAtWork(saga, id)),
      }
    }),
    parcels,
    more: order.payments.length > partsMax || order.shipments.length > partsMax,
  }
}
