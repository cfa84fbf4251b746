import type { BenchClient } from '../bench-client.ts'
import { residentMb } from '../process-use.ts'

const perRequest = 500

/** Starts so many runs that sleep (or wait for an event, each with its own condition) for a month; the server's memory then. */
export async function startSleepers(
  client: BenchClient,
  event: 'bench/long-sleep' | 'bench/long-wait',
  count: number,
): Promise<number> {
  const begun = client.count('begun', count)
  for (let from = 0; from < count; from += perRequest) {
    const size = Math.min(perRequest, count - from)
    await client.send(Array.from({ length: size }, (_, index) => ({ name: event, data: { number: from + index } })))
  }
  await begun
  return residentMb(client.server.pid)
}
