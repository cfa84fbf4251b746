import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one process is told. */
export type LifeOrder = {
  readonly seed: number
  readonly life: number
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly engineUrl: string
  readonly variantIds: readonly string[]
}

export type Lives = {
  readonly seed: number
  readonly lanes: number
  /** Ends after so many kills, or once this time is over. */
  readonly kills: number
  readonly untilMs: number
}

const lifeMain = new URL('./life.ts', import.meta.url).pathname
const lifeMsMax = 60_000

/**
 * Lets processes live and die, so many side by side, each begun when the one before it is dead. Answers how many were
 * killed; throws for one that ended otherwise.
 */
export const runLives = async (
  { seed, lanes, kills, untilMs }: Lives,
  about: Omit<LifeOrder, 'seed' | 'life'>,
  onKill: (killed: number) => void,
): Promise<number> => {
  // Starting a process is most of what a kill costs: the second one finds its code compiled.
  const cacheDir = await mkdtemp(join(tmpdir(), 'makegood-outbox-crash-'))
  let begun = 0
  let killed = 0
  const lane = async (): Promise<void> => {
    while (begun < kills && performance.now() < untilMs) {
      begun += 1
      await live({ ...about, seed, life: begun }, cacheDir)
      killed += 1
      onKill(killed)
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    await rm(cacheDir, { recursive: true, force: true })
  }
  return killed
}

const live = async (order: LifeOrder, cacheDir: string): Promise<void> => {
  const child = spawn(process.execPath, [lifeMain, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: cacheDir },
    timeout: lifeMsMax,
    killSignal: 'SIGTERM',
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal !== 'SIGKILL') throw new Error(`life ${order.life} of seed ${order.seed} ended by ${signal ?? code}`)
}
