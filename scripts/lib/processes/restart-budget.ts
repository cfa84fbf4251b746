const restartsMax = 5
const windowMs = 60_000
const firstWaitMs = 250

/** How long to wait before a restart, or undefined when there were five within the last minute: then it is given up. */
export const createRestartBudget = () => {
  let recent: number[] = []
  return (now: number): number | undefined => {
    recent = recent.filter(moment => now - moment < windowMs)
    if (recent.length >= restartsMax) return undefined
    recent.push(now)
    return firstWaitMs * 2 ** (recent.length - 1)
  }
}

export const budgetSentence = `${restartsMax} times within a minute`
