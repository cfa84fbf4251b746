import { listReturnGoods, writeReturnOff } from '@makegood/db/return/move-return'
import { takeGoodsBack } from '@makegood/db/stock/return-sold-stock'
import type { Participant } from '../../saga/participant.ts'
import type { ReturnOrderData } from '../../sagas/return-order/return-order-data.ts'

/** What came back with a return is for sale again or written off, line by line, once. */
export const participant: Participant<ReturnOrderData> = {
  takesPartIn: { 'return-order': 'undo-processing' },
  place: 10,
  create: () => ({
    id: 'take-goods-back',
    kind: 'forward-only',
    reach: 'local',
    async run(tx, { data }) {
      if (data.withoutGoods) await writeReturnOff(tx, data.returnId)
      const goods = await listReturnGoods(tx, data.returnId)
      await takeGoodsBack(tx, data.orderId, goods)
      return { outcome: 'done', result: { lines: goods.length } }
    },
  }),
}
