const longestMs = 10_000

/**
 * Runs rounds of work one at a time in a process: a rush of batches shares one worker, so that what follows an order never
 * takes more of the process than that. Whoever asks while a round is under way has one more run after it, and does not
 * wait. After ten seconds what is left is for whoever asks next, or for the job that looks each minute.
 */
export const oneRoundAtATime = <Key extends object>(round: (key: Key) => Promise<unknown>) => {
  const working = new WeakMap<Key, { again: boolean }>()
  return async (key: Key): Promise<void> => {
    const other = working.get(key)
    if (other) {
      other.again = true
      return
    }
    const mine = { again: true }
    working.set(key, mine)
    const until = Date.now() + longestMs
    try {
      while (mine.again && Date.now() < until) {
        mine.again = false
        await round(key)
      }
    } finally {
      working.delete(key)
    }
  }
}
