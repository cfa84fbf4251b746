export interface Stopper {
  name: string
  stop: () => Promise<void>
  /** Ends it at once, without waiting; for a second Ctrl-C. */
  kill: () => void
}

/** Stops what was started, last started first, each to its end before the next; one that fails does not keep the rest. */
export const stopInOrder = async (stoppers: Stopper[], say: (line: string) => void): Promise<boolean> => {
  let clean = true
  for (const { name, stop } of stoppers.toReversed()) {
    try {
      await stop()
    } catch (error) {
      clean = false
      say(error instanceof Error ? error.message : `${name} did not stop: ${String(error)}`)
    }
  }
  return clean
}
