import { setTimeout as pause } from 'node:timers/promises'

const patienceMs = 40_000

/** Resolves once the server answers its health check; one that never does is ended. */
export async function untilHealthy(url: string, end: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  while (!(await isHealthy(url))) {
    if (performance.now() > giveUpAt) {
      await end()
      throw new Error(`${url} is not healthy after ${patienceMs / 1_000} s`)
    }
    await pause(20)
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch (error) {
    // Nothing listens yet.
    if (error instanceof TypeError) return false
    throw error
  }
}
