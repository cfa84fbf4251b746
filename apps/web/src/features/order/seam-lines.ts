import type { ProgressStage } from '@makegood/core/order/views'
import type { SeamLine } from '../../components/seam'

/**
 * How the seam runs from each stage to the next: solid where it was done, dashed where it failed and was undone, pale where
 * it is still to come, and nothing after the last.
 */
export const seamLines = (stages: readonly Pick<ProgressStage, 'state'>[]): readonly SeamLine[] =>
  stages.map((stage, index) => {
    const next = stages[index + 1]
    if (!next) return 'none'
    if (stage.state === 'mended' || next.state === 'stopped') return 'dashed'
    return next.state === 'done' || next.state === 'mended' ? 'solid' : 'pale'
  })
