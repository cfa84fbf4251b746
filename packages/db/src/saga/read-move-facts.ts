import type { MoveFacts } from '@makegood/core/saga/what-step-moved'
import type { Db } from '../client.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { toWire } from '../order/line-views.ts'

/** What must be read of an order to say what its sagas' steps moved. */
const books = {
  payments: { select: { id: true, cardMinor: true, walletMinor: true, currency: true } },
  refunds: { select: { source: true, sourceId: true, leg: true, amountMinor: true, currency: true, status: true } },
  lines: { select: { quantity: true } },
  returns: { select: { id: true, lines: { select: { restocked: true, writtenOff: true } } } },
} as const satisfies Prisma.OrderSelect

type Books = Prisma.OrderGetPayload<{ select: typeof books }>

const none: MoveFacts = { payments: [], refunds: [], lines: [], returns: [], topUp: null }

/** What an order's books say of money and goods; of its refunds only those that arrived. */
export const toMoveFacts = ({ payments, refunds, lines, returns }: Books): MoveFacts => ({
  ...none,
  payments: payments.map(({ id, cardMinor, walletMinor, currency }) => ({
    id,
    card: toWire(cardMinor, currency),
    wallet: toWire(walletMinor, currency),
  })),
  refunds: refunds
    .filter(({ status }) => status === 'DONE')
    .map(({ source, sourceId, leg, amountMinor, currency }) => ({
      source,
      sourceId,
      leg,
      amount: toWire(amountMinor, currency),
    })),
  lines,
  returns,
})

type SagaAbout = { readonly orderId: string | null; readonly input: unknown }

/** The books of what one saga is about: its order, or its top-up. */
export const readMoveFacts = async (db: Db, { orderId, input }: SagaAbout): Promise<MoveFacts> => {
  const { topUpId } = input as { readonly topUpId?: string }
  if (topUpId !== undefined) {
    const row = await db.walletTopUp.findUnique({ where: { id: topUpId } })
    if (!row) return none
    const { amountMinor, currency, status, refundRef } = row
    const refunded = status === 'REFUNDED' && refundRef !== null
    return { ...none, topUp: { amount: toWire(amountMinor, currency), refunded } }
  }
  const order = orderId === null ? null : await db.order.findUnique({ where: { id: orderId }, select: books })
  return order ? toMoveFacts(order) : none
}
