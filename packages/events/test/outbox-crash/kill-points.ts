import { createRandom } from '../../simulation/random.ts'

/** Where a process dies: in and between the commit of a change, the claim of its event, the sending and the mark. */
export const killPoints = [
  'in-commit',
  'after-commit',
  'in-claim',
  'after-claim',
  'in-send',
  'after-send',
  'in-mark',
  'at-any-moment',
] as const
export type KillPoint = (typeof killPoints)[number]

/** How one process of one seed ends: the so-manieth time that it comes there, so many milliseconds later. */
export type KillPlan = { readonly point: KillPoint; readonly on: number; readonly delayMs: number }

export const planKill = (seed: number, life: number): KillPlan => {
  const random = createRandom(seed, `kill ${life}`)
  const point = random.pick(killPoints)
  const longestMs = point === 'at-any-moment' ? 400 : 5
  return { point, on: random.between(1, 3), delayMs: random.between(0, longestMs) }
}
