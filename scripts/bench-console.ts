import { parseArgs } from 'node:util'
import { consoleReads } from './bench/console-reads.ts'
import { PlainError } from './lib/plain-error.ts'
import { runPart } from './lib/run-part.ts'

const { values: options } = parseArgs({
  options: {
    api: { type: 'string', default: 'http://127.0.0.1:4000' },
    web: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string', default: 'admin@example.com' },
    password: { type: 'string', default: 'gold-seam-admin' },
    times: { type: 'string', default: '40' },
  },
})
const times = Number(options.times)
const barMs = 100

type Answer = { readonly result?: { readonly data?: unknown } }

const signIn = async (): Promise<string> => {
  const answer = await fetch(`${options.api}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: options.web },
    body: JSON.stringify({ email: options.email, password: options.password }),
  })
  if (!answer.ok) throw new PlainError(`Signing in at ${options.api} answered ${answer.status}.`)
  return answer.headers
    .getSetCookie()
    .map(line => line.split(';', 1)[0])
    .join('; ')
}

const timeOf = async (cookie: string, path: string, input: unknown): Promise<{ ms: number; data: unknown }> => {
  const began = performance.now()
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const answer = await fetch(`${options.api}/trpc/${path}${query}`, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  })
  const body = (await answer.json()) as Answer
  if (!answer.ok) throw new PlainError(`${path} answered ${answer.status}: ${JSON.stringify(body).slice(0, 300)}`)
  return { ms: performance.now() - began, data: body.result?.data }
}

const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** How long each list of the console takes at the api of a running shop, one call after the other; ends with 1 above the bar. */
await runPart(async () => {
  if (!Number.isInteger(times) || times < 5) throw new PlainError('--times is for how often each is asked, 5 or more.')
  const cookie = await signIn()
  let slow = 0
  console.log(`| list | p50 ms | p95 ms | most ms |\n| --- | --- | --- | --- |`)
  for (const read of consoleReads) {
    const input = await read.input(async (path, given) => (await timeOf(cookie, path, given)).data)
    const taken: number[] = []
    try {
      await timeOf(cookie, read.path, input)
      for (let time = 0; time < times; time += 1) taken.push((await timeOf(cookie, read.path, input)).ms)
    } catch (error) {
      slow += 1
      console.log(`| ${read.name} | ${error instanceof Error ? error.message : String(error)} | | |`)
      continue
    }
    const sorted = taken.toSorted((a, b) => a - b)
    const p95 = part(sorted, 0.95)
    if (p95 > barMs) slow += 1
    const figures = [part(sorted, 0.5), p95, sorted.at(-1) ?? 0].map(ms => ms.toFixed(1))
    console.log(`| ${read.name}${p95 > barMs ? ' **slow**' : ''} | ${figures.join(' | ')} |`)
  }
  return slow === 0 ? 0 : 1
})
