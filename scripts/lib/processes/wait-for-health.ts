import { setTimeout as wait } from 'node:timers/promises'
import { PlainError } from '../plain-error.ts'

const askMs = 2000
const pollMs = 50

/** Why a process is not healthy, or undefined when it is. Never waits longer than two seconds. */
export const askHealth = async (url: string): Promise<string | undefined> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(askMs), redirect: 'manual' })
    const text = await response.text()
    return response.ok ? undefined : `it answers ${response.status} ${text.slice(0, 300)}`.trim()
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return `it does not answer within ${askMs / 1000} s`
    const cause = error instanceof Error ? error.cause : undefined
    return cause instanceof Error ? cause.message || 'it cannot be reached' : String(error)
  }
}

/** Waits until the address answers well; fails within `boundMs`, or at once when `failed` rejects, with the reason. */
export const waitForHealth = async (url: string, boundMs: number, signal: AbortSignal): Promise<void> => {
  const until = performance.now() + boundMs
  for (;;) {
    const reason = await askHealth(url)
    if (reason === undefined) return
    if (performance.now() > until) throw new PlainError(`not healthy within ${boundMs / 1000} s: ${reason} (${url})`)
    if (signal.aborted) throw signal.reason
    await wait(pollMs, undefined, { signal })
  }
}
