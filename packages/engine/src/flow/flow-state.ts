/** Events that wait together to start one run of a function. */
export type HeldGroup = {
  id: string
  functionId: string
  kind: HeldKind
  key: string
  eventIds: string[]
  bytes: number
  firstMs: number
  /** The time of its latest event, as the sender gave it. */
  latestTsMs: number
  dueMs: number
}

export type HeldKind = 'debounce' | 'batch' | 'later'

export type RateRow = { functionId: string; kind: 'limit' | 'throttle'; key: string; spentMs: number }

export type SingleRow = { functionId: string; key: string; mode: 'skip' | 'cancel'; runId: string }

/** What is stored about the keys of the events at hand. */
export type FlowState = {
  /** Internal ids of events that are stored already. */
  events: Set<string>
  /** Start keys that have started their function in the last 24 hours. */
  startKeys: Set<string>
  /** Up to when an allowance is spent. */
  rates: Map<string, number>
  /** The groups that still take events. */
  held: Map<string, HeldGroup>
  /** The running run that holds a key. */
  singles: Map<string, string>
}

/** Name of a row in the maps above. */
export function nameOf(...parts: string[]): string {
  return parts.join('\0')
}
