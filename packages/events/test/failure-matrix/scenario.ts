import type { SagaStand } from '../start-saga-stand.ts'

/** How a saga that fails nowhere ends. */
export type Ending = 'COMPLETED' | 'UNDONE'

/** One way through one saga: brings the world there, says the saga's id before it begins, then begins it. */
export type Scenario = {
  readonly name: string
  readonly saga: string
  readonly ending: Ending
  /** The steps that this way takes, in order; those behind `|` settle a refusal. */
  readonly steps: readonly string[]
  /** Begins the saga once `arm` was given its id, and answers that id; `fail` lets a step of an earlier saga fail for good. */
  run(stand: SagaStand, arm: (sagaId: string) => void, fail: (sagaId: string, step: string) => void): Promise<string>
}

/** Within which time the shop has done what a scenario waits for. */
export const waitMs = { timeout: 30_000, interval: 20 }
