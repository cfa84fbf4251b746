import { Agent, get } from 'node:http'

export type ReadResult = {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly failed: number
}

const connections = 16
const warmUpSeconds = 1

/** Asks one address over and over on a few connections until the time is over; answers that are not 200 count as failed. */
export const measureReads = async (
  name: string,
  url: string,
  options: { readonly seconds: number; readonly accept: string; readonly signal: AbortSignal },
): Promise<ReadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  try {
    await askFor(url, agent, { ...options, seconds: warmUpSeconds })
    const { times, failed } = await askFor(url, agent, options)
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
    return { name, perSecond: times.length / options.seconds, p50: at(0.5), p95: at(0.95), failed }
  } finally {
    agent.destroy()
  }
}

const askFor = async (
  url: string,
  agent: Agent,
  options: { readonly seconds: number; readonly accept: string; readonly signal: AbortSignal },
): Promise<{ readonly times: readonly number[]; readonly failed: number }> => {
  const times: number[] = []
  let failed = 0
  const ends = performance.now() + options.seconds * 1000
  const ask = async (): Promise<void> => {
    while (performance.now() < ends) {
      options.signal.throwIfAborted()
      const began = performance.now()
      if ((await statusOf(url, agent, options.accept)) !== 200) failed += 1
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  return { times, failed }
}

const statusOf = (url: string, agent: Agent, accept: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { accept, 'accept-encoding': 'gzip' }, timeout: 10_000 }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error(`${url} did not answer in time`)))
    request.on('error', reject)
  })
