import { inTransaction } from '@makegood/db/client'
import { lockReturn } from '@makegood/db/return/lock-return'
import type { Deps } from '../../saga/deps.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReturnOrderData } from './return-order-data.ts'

/** After two months without the goods a person decides. */
const waitSeconds = 60 * 24 * 60 * 60

/** Waits until an operator has received the goods and said which of them can be sold again. */
export const awaitGoodsStep = ({ db }: Deps): SagaStep<ReturnOrderData> => ({
  id: 'await-goods',
  kind: 'forward-only',
  reach: 'wait',
  skip: data => data.withoutGoods,
  wakeOn: 'return/changed',
  match: 'returnId',
  waitSeconds,
  async look({ data }, expired) {
    const { status } = await inTransaction(db, tx => lockReturn(tx, data.returnId))
    if (status === 'RECEIVED') return { outcome: 'done', result: { status } }
    return expired ? { outcome: 'refused', result: { reason: 'goods-never-came', status } } : { outcome: 'waiting' }
  },
  record: async () => undefined,
})
