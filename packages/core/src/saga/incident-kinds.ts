/** What can be in front of a person. */
export const incidentKinds = [
  'undo-failed',
  'step-failed',
  'saga-failed',
  'saga-held',
  'event-failed',
  'shipping-late',
  'parcel-lost',
  'parcel-refused',
  'dispute',
  'refund-failed',
  'charge-unknown',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** These are about a saga that stopped, or whose refund came to nothing afterwards: it can go on, or turn round. */
export const sagaIncidentKinds: readonly IncidentKind[] = [
  'undo-failed',
  'step-failed',
  'saga-failed',
  'saga-held',
  'refund-failed',
]

/** True where there is something to try again: a saga that stopped, or an event that was kept. The rest is for a person outside. */
export const canBeTriedAgain = (kind: IncidentKind): boolean =>
  kind === 'event-failed' || sagaIncidentKinds.includes(kind)
