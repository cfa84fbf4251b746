import type { IncidentKind, UnderWay } from './incident-kinds.ts'

/** What is usually right: the act that is offered first. */
export const suggestedActs = [
  'wait',
  'retry',
  'settle',
  'look-outside',
  'ask-return',
  'decide-return',
  'receive-return',
  'resolve',
] as const
export type SuggestedAct = (typeof suggestedActs)[number]

export const incidentAdviceNames = [
  'away',
  'charge-gone',
  'refund-too-old',
  'refund-failed',
  'refund-balance',
  'refund-refused',
  'undo-charge',
  'parcel-address',
  'parcel-refused-by-carrier',
  'parcel-unasked',
  'parcel-unknown',
  'pick-up-refused',
  'late-parcel',
  'lost',
  'refused',
  'dispute',
  'charge-unknown',
  'poison-webhook',
  'poison-send',
  'poison-record',
  'poison-event',
  'defect',
  'undo',
  'step',
  'settlement-asked',
  'cancelling',
  'return-asked',
  'return-waits',
  'return-coming',
  'return-goes-on',
] as const
export type IncidentAdviceName = (typeof incidentAdviceNames)[number]

export type IncidentAdvice = { readonly name: IncidentAdviceName; readonly act: SuggestedAct }

type Cause = {
  readonly kind: IncidentKind
  readonly sagaId: string
  readonly stepId: string
  readonly code: string
  readonly nextTryAt: string | null
  readonly underWay: UnderWay | null
}

const actsUnderWay: Readonly<Record<UnderWay, SuggestedAct>> = {
  'settlement-asked': 'wait',
  cancelling: 'wait',
  'return-asked': 'decide-return',
  'return-waits': 'wait',
  'return-coming': 'receive-return',
  'return-goes-on': 'wait',
}

type Rule = IncidentAdvice & {
  readonly kind?: IncidentKind
  readonly saga?: RegExp
  readonly step?: RegExp
  readonly code?: RegExp
}

/** Read from the top: what is told of a cause, by kind, step and the code that the outside gave. */
const rules: readonly Rule[] = [
  { name: 'charge-unknown', act: 'look-outside', kind: 'charge-unknown' },
  { name: 'dispute', act: 'look-outside', kind: 'dispute' },
  { name: 'lost', act: 'ask-return', kind: 'parcel-lost' },
  { name: 'refused', act: 'ask-return', kind: 'parcel-refused' },
  { name: 'late-parcel', act: 'look-outside', kind: 'shipping-late' },
  { name: 'poison-send', act: 'wait', kind: 'event-failed', step: /^send$/ },
  { name: 'poison-webhook', act: 'retry', kind: 'event-failed', saga: /^handle-webhooks:/ },
  { name: 'poison-record', act: 'resolve', kind: 'event-failed', step: /^deliver$/ },
  { name: 'poison-event', act: 'resolve', kind: 'event-failed' },
  {
    name: 'refund-too-old',
    act: 'settle',
    step: /refund|undo:charge/,
    code: /expired_or_canceled_card|lost_or_stolen/,
  },
  { name: 'refund-balance', act: 'retry', step: /refund|undo:charge/, code: /balance|insufficient/ },
  {
    name: 'charge-gone',
    act: 'settle',
    step: /refund|undo:charge/,
    code: /already_refunded|resource_missing|charge_disputed/,
  },
  { name: 'refund-failed', act: 'retry', kind: 'refund-failed' },
  { name: 'refund-refused', act: 'retry', step: /^refund-/ },
  { name: 'undo-charge', act: 'retry', step: /^undo:charge/ },
  { name: 'parcel-address', act: 'look-outside', step: /^register-shipment$/, code: /address|postcode|area|country/i },
  { name: 'parcel-unknown', act: 'look-outside', step: /^cancel-shipment$/, code: /not_found|unknown/i },
  { name: 'parcel-unasked', act: 'retry', step: /^cancel-shipment$/ },
  { name: 'parcel-refused-by-carrier', act: 'retry', step: /^register-shipment$/ },
  { name: 'pick-up-refused', act: 'settle', step: /^register-pick-up$/ },
  { name: 'defect', act: 'retry', kind: 'saga-failed' },
  { name: 'undo', act: 'retry', kind: 'undo-failed' },
  { name: 'step', act: 'retry' },
]

/**
 * What an operator is advised to do about a cause, and the act that is usually right. Where something is under way already the
 * advice follows that; where the shop is about to try again by itself, waiting is right; what no rule knows is told as any step that failed.
 */
export const adviseOn = ({ kind, sagaId, stepId, code, nextTryAt, underWay }: Cause): IncidentAdvice => {
  if (underWay !== null) return { name: underWay, act: actsUnderWay[underWay] }
  if (nextTryAt !== null) return { name: 'away', act: 'wait' }
  const rule = rules.find(
    rule =>
      (rule.kind === undefined || rule.kind === kind) &&
      (rule.saga === undefined || rule.saga.test(sagaId)) &&
      (rule.step === undefined || rule.step.test(stepId)) &&
      (rule.code === undefined || rule.code.test(code)),
  )
  return rule ? { name: rule.name, act: rule.act } : { name: 'step', act: 'retry' }
}
