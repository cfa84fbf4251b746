import { returnOrderStock } from '@makegood/db/stock/return-sold-stock'
import type { Participant } from '../../saga/participant.ts'
import type { CancelOrderData } from '../../sagas/cancel-order/cancel-order-data.ts'

/** A cancelled order's stock is for sale again, whether it was put aside or sold; once. */
export const participant: Participant<CancelOrderData> = {
  takesPartIn: { 'cancel-order': 'undo-processing' },
  place: 10,
  create: () => ({
    id: 'return-stock',
    kind: 'forward-only',
    reach: 'local',
    async run(tx, { data }) {
      return { outcome: 'done', result: { lines: await returnOrderStock(tx, data.orderId) } }
    },
  }),
}
