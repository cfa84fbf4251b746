import type { ApprovalKind } from '@makegood/core/approval/may-alone'
import type { OrderStoryView } from './build-timeline'

/** What a decision on a return asks for above the limit. */
const asksFor: Readonly<Record<string, ApprovalKind>> = {
  acceptWithoutGoods: 'return-without-goods',
  receive: 'return-not-picked-up',
}

/** True where this decision on a return waits for somebody else already: it is not asked for twice. */
export const isAskedFor = (
  approvals: readonly Pick<OrderStoryView['approvals'][number], 'kind' | 'returnId'>[],
  returnId: string,
  decision: string,
): boolean => approvals.some(approval => approval.returnId === returnId && approval.kind === asksFor[decision])
