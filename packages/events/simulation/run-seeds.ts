import { startSagaStand } from '../test/start-saga-stand.ts'
import { startClock } from './clock.ts'
import { createJudge, type Fault } from './judging/judge-worlds.ts'
import { startLookout } from './lookout.ts'
import { makeShop } from './make-shop.ts'
import { shakeCarrier } from './outside/shake-carrier.ts'
import { shakeGateway } from './outside/shake-gateway.ts'
import { createSkies } from './outside/skies.ts'
import { playSeed } from './play-seed.ts'
import { settleWorlds } from './settling/settle-worlds.ts'
import { createWorld, type Playground, type Shop, type World } from './world.ts'

/** Few tries, short leases and a low bar for holding: what is rare in a shop is common here. */
const policy = {
  POLICY_STEP_ATTEMPTS: '2',
  POLICY_SAGA_LEASE_SECONDS: '3',
  POLICY_HOLD_FROM_MINOR: '90000',
  POLICY_PAYMENT_SECONDS: '120',
}
const outsideTimeoutMs = 600
/** Emptied by the simulation, and by nobody else. */
const redisDatabase = 9

export type SeedsRun = {
  readonly orders: number
  readonly faults: readonly Fault[]
  readonly worlds: readonly World[]
  readonly playedMs: number
  readonly settledMs: number
}

/**
 * Plays seeds side by side on one stand of all real parts, lets them settle and judges them.
 *
 * Every decision of every actor comes from its seed, and so does the weather over each order. What they meet does not: time
 * is real, orders race each other, and the sandbox's switches, the engine and Redis are shared by the seeds that are played
 * together. So a seed makes the same attempts again, and most often the same fault, but not always; the cause of a fault is
 * found in what is on record of its orders, and its named test is written by that.
 */
export const startSimulation = async () => {
  const orders: Playground['orders'] = new Map()
  const skies = createSkies(orders)
  const stand = await startSagaStand({
    policy,
    timeoutMs: outsideTimeoutMs,
    redisDatabase,
    changeDeps: deps => ({
      ...deps,
      gateway: shakeGateway(deps.gateway, skies),
      carrier: shakeCarrier(deps.carrier, skies),
    }),
  })
  const judge = createJudge(stand, orders)

  const run = async (seeds: readonly number[]): Promise<SeedsRun> => {
    const shops: Shop[] = []
    for (const seed of seeds) shops.push(await makeShop(seed, stand.db))
    const clock = startClock()
    const playground: Playground = { stand, clock, lookout: startLookout(stand.db, clock), orders }
    const worlds = shops.map(shop => createWorld(shop, playground))
    const began = performance.now()
    await Promise.all(worlds.map(playSeed))
    const played = performance.now()
    const unfinished = await settleWorlds(playground, worlds, skies)
    const settled = performance.now()
    const faults = await judge(worlds, unfinished)
    const placed = worlds.reduce((sum, world) => sum + world.placed.length, 0)
    return { orders: placed, faults, worlds, playedMs: played - began, settledMs: settled - played }
  }
  return { run, stop: stand.stop, db: stand.db }
}
