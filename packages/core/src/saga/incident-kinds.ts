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

/** What is being done about an incident, or about its order, beside its saga: until that has come to something nobody begins anew. */
export const underWays = [
  /** Somebody says that it was settled by hand; another decides. */
  'settlement-asked',
  'cancelling',
  /** A return of the order waits for its decision, for a second pair of eyes, for its goods; or its money is going back. */
  'return-asked',
  'return-waits',
  'return-coming',
  'return-goes-on',
] as const
export type UnderWay = (typeof underWays)[number]

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
