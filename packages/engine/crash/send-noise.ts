import { setTimeout as pause } from 'node:timers/promises'
import { sendUntilAcknowledged } from './load.ts'

const senders = 6
const pauseMs = 4

/** Sends events that start nothing, without a break until the signal. Answers with the ids, all acknowledged. */
export async function sendNoise(engineUrl: string, signal: AbortSignal): Promise<string[]> {
  const acknowledged: string[] = []
  const send = async (sender: number) => {
    for (let number = 0; !signal.aborted; number += 1) {
      const id = `noise-${sender}-${number}`
      await sendUntilAcknowledged(engineUrl, { id, name: 'crash/noise', data: {} })
      acknowledged.push(id)
      await pause(pauseMs)
    }
  }
  await Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)))
  return acknowledged
}
