const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** One Ctrl-C arrives several times: from the terminal, from npm, and from the entry script. */
const samePressMs = 1000

/** Calls `first` at the first Ctrl-C (or SIGTERM, or a closed terminal), and `second` at the next one, each once. */
export const onInterrupt = (first: (signal: NodeJS.Signals) => void, second: () => void): void => {
  let firstAt: number | undefined
  let forced = false
  const hear = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (firstAt === undefined) {
      firstAt = now
      first(signal)
    } else if (!forced && now - firstAt > samePressMs) {
      forced = true
      second()
    }
  }
  for (const signal of signals) process.on(signal, () => hear(signal))
}
