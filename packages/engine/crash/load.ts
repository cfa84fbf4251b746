import { setTimeout as pause } from 'node:timers/promises'
import { keys } from './processes/engine-victim.ts'

export type Message = { id: string; name: string; data: Record<string, unknown> }

const patienceMs = 60_000
const askAgainMs = 50

/** Sends an event until the engine acknowledges it, each time with the same id. Answers how many tries it took. */
export async function sendUntilAcknowledged(engineUrl: string, message: Message): Promise<number> {
  const giveUpAt = performance.now() + patienceMs
  for (let tries = 1; ; tries += 1) {
    if (await trySend(engineUrl, message)) return tries
    if (performance.now() > giveUpAt) throw new Error(`Event ${message.id} was not acknowledged within a minute`)
    await pause(askAgainMs)
  }
}

async function trySend(engineUrl: string, message: Message): Promise<boolean> {
  let response: Response
  try {
    const body = JSON.stringify(message)
    response = await fetch(`${engineUrl}/e/${keys.event}`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(10_000),
    })
    await response.text()
  } catch (error) {
    // The engine was killed before it had answered.
    if (error instanceof Error) return false
    throw error
  }
  if (response.status !== 200 && response.status !== 503) throw new Error(`The engine answered ${response.status}`)
  return response.status === 200
}

/** Sends the events one after the other, spread evenly over the time. */
export async function sendSpread(engineUrl: string, messages: Message[], spreadMs: number): Promise<number> {
  const begun = performance.now()
  const tries = await Promise.all(
    messages.map(async (message, index) => {
      await pause(Math.max(0, (index * spreadMs) / messages.length - (performance.now() - begun)))
      return sendUntilAcknowledged(engineUrl, message)
    }),
  )
  return tries.reduce((sum, count) => sum + count - 1, 0)
}
