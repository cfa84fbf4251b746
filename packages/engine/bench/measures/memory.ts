import type { BenchClient } from '../bench-client.ts'
import { residentMb } from '../process-use.ts'
import { measureThroughput } from './throughput.ts'

/** Memory of the server in megabytes after each fifth of so many runs. */
export async function measureMemory(client: BenchClient, runs: number, senders: number): Promise<number[]> {
  const sizes: number[] = []
  for (let part = 0; part < 5; part += 1) {
    await measureThroughput(client, 'buffered', { runs: runs / 5, senders })
    sizes.push(await residentMb(client.server.pid))
  }
  return sizes
}
