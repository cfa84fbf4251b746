import { openReturnStatuses } from '../return/return-reasons.ts'
import { finalStatuses } from './order-states.ts'
import type { OrderView } from './views.ts'

/** True where an order has ended and nothing that is owed for it is still under way: money on its way back is not over. */
export const isOver = ({
  status,
  cancellation,
  refunds,
  returns,
}: Pick<OrderView, 'status' | 'cancellation' | 'refunds' | 'returns'>): boolean =>
  finalStatuses.includes(status) &&
  cancellation?.state !== 'requested' &&
  refunds.every(refund => refund.state === 'done') &&
  !returns.some(request => openReturnStatuses.includes(request.status))
