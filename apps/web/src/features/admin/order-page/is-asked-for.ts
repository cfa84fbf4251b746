import type { ReturnStatus } from '@makegood/core/return/return-reasons'
import type { OrderStoryView } from './build-timeline'

type Request = { readonly id: string; readonly status: ReturnStatus }

/** True while a return waits for somebody else: until then nobody decides it another way, unless the carrier has its goods now. */
export const isAskedFor = (
  approvals: readonly Pick<OrderStoryView['approvals'][number], 'returnId'>[],
  { id, status }: Request,
): boolean => status !== 'PICKED_UP' && approvals.some(({ returnId }) => returnId === id)
