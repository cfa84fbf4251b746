import type { SagaView } from '@makegood/core/saga/saga-views'
import type { SeamDot, SeamLine } from '../../components/seam'

type Step = Pick<SagaView['steps'][number], 'status' | 'undoStatus'>

/** A step's mark: gold where it stands done, a gold ring where it was undone, rust where it stopped or its undo failed. */
export const stepDot = ({ status, undoStatus }: Step): SeamDot => {
  if (undoStatus === 'FAILED') return 'stopped'
  if (undoStatus === 'DONE') return 'mended'
  if (status === 'DONE') return 'done'
  return status === 'STARTED' ? 'now' : 'stopped'
}

/** The seam from each step to the next, as on the shopper's page: solid done, dashed undone, pale to come. */
export const stepLines = (steps: readonly Step[]): readonly SeamLine[] =>
  steps.map((step, index) => {
    const next = steps[index + 1]
    if (!next) return 'none'
    const dot = stepDot(step)
    if (dot === 'mended' || dot === 'stopped') return 'dashed'
    return next.status === 'STARTED' || dot === 'now' ? 'pale' : 'solid'
  })

/** How long something took, in the unit a person would use. */
export const duration = (startedAt: string, endedAt: string): { unit: 'ms' | 's' | 'min' | 'h'; value: number } => {
  const ms = Math.max(0, new Date(endedAt).getTime() - new Date(startedAt).getTime())
  if (ms < 1_000) return { unit: 'ms', value: ms }
  if (ms < 60_000) return { unit: 's', value: Math.round(ms / 100) / 10 }
  if (ms < 3_600_000) return { unit: 'min', value: Math.round(ms / 6_000) / 10 }
  return { unit: 'h', value: Math.round(ms / 360_000) / 10 }
}
