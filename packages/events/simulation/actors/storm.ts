import type { Faults } from '../../test/stand/control-sandbox.ts'
import type { Random } from '../random.ts'
import type { World } from '../world.ts'

/** Webhooks go astray in most seeds, a few of them each time. */
const astray = (random: Random): Faults => {
  const fault = () => ({
    mode: random.weighted({ lost: 20, duplicate: 30, reordered: 30, delayed: 20 }),
    times: random.between(1, 6),
    delayMs: random.between(100, 1500),
  })
  return { webhook: fault(), 'carrier-webhook': fault() }
}

/** In a few seeds the outside itself is unwell for everyone, over the wire: the adapters and their breaker meet it. */
const unwell = (random: Random): Faults => {
  const times = random.between(2, 12)
  const delayMs = random.between(100, 2500)
  const faults: readonly Faults[] = [
    { payment: { mode: 'error500', times } },
    { payment: { mode: 'slow', times, delayMs } },
    { payment: { mode: 'charge-then-timeout', times, delayMs: 5000 } },
    { payment: { mode: 'down', times } },
    { cancel: { mode: 'cancel-then-timeout', times, delayMs: 5000 } },
    { refund: { mode: 'refund-then-timeout', times, delayMs: 5000 } },
    { refund: { mode: 'error500', times } },
    { refund: { mode: 'decline', times } },
    { refund: { mode: 'decline', times } },
    { refund: { mode: 'slow', times, delayMs } },
    { lookup: { mode: 'error500', times } },
    { lookup: { mode: 'down', times } },
    { carrier: { mode: 'register-then-timeout', times, delayMs: 5000 } },
    { carrier: { mode: 'error500', times } },
    { carrier: { mode: 'down', times } },
    { carrier: { mode: 'decline', times: Math.min(times, 3) } },
    { 'carrier-cancel': { mode: 'cancel-then-timeout', times, delayMs: 5000 } },
    { 'carrier-cancel': { mode: 'error500', times } },
  ]
  return random.pick(faults)
}

/** The sandbox's own switches, the engine and Redis: what goes wrong for all seeds that are played together. */
export const brewStorms = async (world: World): Promise<void> => {
  const random = world.random('storm')
  const { stand } = world.playground
  await world.pause(random.between(0, 1500))
  for (let left = random.between(0, 3); left > 0 && world.isOn(); left -= 1) {
    const faults = random.chance(20) ? unwell(random) : astray(random)
    await world.journal.attempt(`the sandbox is told ${JSON.stringify(faults)}`, () => stand.setFaults(faults))
    await world.pause(random.between(200, 1500))
  }
  if (random.chance(5) && world.isOn()) {
    world.journal.note('Redis is emptied')
    await stand.deps.redis.flushdb()
  }
  if (random.chance(4) && world.isOn()) await killEngine(world, random.between(0, 800))
}

let killing: Promise<void> | null = null

const killEngine = async ({ journal, playground }: World, awayMs: number): Promise<void> => {
  if (killing) return
  journal.note(`the engine is killed with -9 and comes back after ${awayMs} ms`)
  const { engine } = playground.stand
  killing = (async () => {
    await engine.kill('SIGKILL')
    await new Promise(resolve => setTimeout(resolve, awayMs))
    await engine.start()
  })()
  try {
    await killing
  } finally {
    killing = null
  }
}
