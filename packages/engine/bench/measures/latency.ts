import { setTimeout as pause } from 'node:timers/promises'
import type { BenchClient } from '../bench-client.ts'

const now = () => performance.timeOrigin + performance.now()
let lastNumber = 1_000_000_000

/** Milliseconds from the sending of an event to the first step of its run, one at a time on an idle server. */
export async function measureFirstStep(client: BenchClient, samples: number): Promise<number[]> {
  const times: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    lastNumber += 1
    const finished = client.count('finished', 1)
    const begins = client.tells(lastNumber)
    const sentAt = now()
    await client.send({ name: 'bench/plain', data: { number: lastNumber, watched: true } })
    times.push((await begins) - sentAt)
    await finished
  }
  return times
}

/** Milliseconds by which sleeps, and waits for which no event comes, go on after their time. */
export async function measureWakeUps(
  client: BenchClient,
  event: 'bench/sleep' | 'bench/expire',
  samples: number,
): Promise<number[]> {
  const waking = Array.from({ length: samples }, async (_, index) => {
    lastNumber += 1
    const number = lastNumber
    const until = Math.ceil(now()) + 1_500 + index * 15
    const woke = client.tells(number)
    await client.send({ name: event, data: { number, until } })
    return (await woke) - until
  })
  return Promise.all(waking)
}

/** Milliseconds from the sending of an event to the step after the wait for it, one at a time. */
export async function measureAnswers(client: BenchClient, samples: number): Promise<number[]> {
  const first = lastNumber + 1
  lastNumber += samples
  const waiting = client.count('begun', samples)
  const numbers = Array.from({ length: samples }, (_, index) => first + index)
  await client.send(numbers.map(number => ({ name: 'bench/wait', data: { number } })))
  await waiting
  // The wait begins when the reply that asks for it has been stored, shortly after the function has begun.
  await pause(1_000)
  const times: number[] = []
  for (const number of numbers) {
    const woke = client.tells(number)
    const sentAt = now()
    await client.send({ name: 'bench/answer', data: { number } })
    times.push((await woke) - sentAt)
  }
  return times
}
