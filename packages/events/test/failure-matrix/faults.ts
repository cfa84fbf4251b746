/** What can go wrong with one step of one saga. `…-always` is for good: a person must put it right. */
export const stepFaults = [
  'throws',
  'throws-always',
  'throws-after-acting',
  'throws-after-acting-always',
  'times-out',
  'event-twice',
] as const
export const undoFaults = ['undo-throws', 'undo-throws-after-acting', 'undo-throws-always'] as const

export type StepFault = (typeof stepFaults)[number]
export type UndoFault = (typeof undoFaults)[number]
export type Fault = StepFault | UndoFault | 'process-killed'

export const isUndoFault = (fault: Fault): fault is UndoFault => (undoFaults as readonly Fault[]).includes(fault)

/** Which step of which saga shall show which fault, and whether it has. */
export type PlannedFault = { readonly step: string; readonly fault: Fault; shown: number; healed: boolean }

/** The plans, by the id of the saga. */
export type FaultPlans = Map<string, PlannedFault>
