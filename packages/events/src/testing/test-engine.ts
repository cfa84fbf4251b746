import type { Engine } from '../saga/step-runner.ts'

export type TestWait = { readonly id: string; readonly event: string; readonly timeout: string; readonly if: string }
export type TestEngine = Engine & {
  /** The engine's steps in the order in which they were begun. */
  readonly begun: readonly string[]
  readonly waits: readonly TestWait[]
}

type Plays = {
  readonly attempts?: number
  /** Plays what happens while the run waits; a wait without it times out at once. */
  readonly onWait?: (wait: TestWait) => Promise<unknown>
  /** Plays what happens after a step was done and before the run hears of it. */
  readonly afterStep?: (id: string) => Promise<unknown>
}

/** An engine that tries a step as often as the real one would, at once: for what the runner does, not for when. */
export const createTestEngine = ({ attempts = 3, onWait, afterStep }: Plays = {}): TestEngine => {
  const begun: string[] = []
  const waits: TestWait[] = []
  let attempt = 0
  const run = async (id: string, act: () => Promise<unknown>): Promise<unknown> => {
    begun.push(id)
    for (attempt = 0; ; attempt += 1) {
      try {
        // What a step answers travels to the engine and back as JSON.
        const answer = JSON.parse(JSON.stringify(await act()))
        await afterStep?.(id)
        return answer
      } catch (error) {
        if (attempt + 1 >= attempts) throw error
      }
    }
  }
  const waitForEvent = async (id: string, options: Omit<TestWait, 'id'>): Promise<unknown> => {
    const wait = { id, ...options }
    waits.push(wait)
    return (await onWait?.(wait)) ?? null
  }
  return {
    begun,
    waits,
    step: { run, waitForEvent },
    get attempt() {
      return attempt
    },
  }
}
