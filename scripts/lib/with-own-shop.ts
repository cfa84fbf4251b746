import { join } from 'node:path'
import { readVariables, type Variables, withoutNamedServers } from '../env.ts'
import { findChromium } from '../test/find-chromium.ts'
import { makeThrowAway, sweepThrowAways } from '../test/throw-away.ts'
import { bringUpStack, type Stack } from './bring-up-stack.ts'
import { ensureKeys } from './keys.ts'
import { onInterrupt } from './on-interrupt.ts'
import { findFreePorts } from './ports.ts'
import { sayStage } from './stages.ts'
import { stillAndRoomy } from './still-and-roomy.ts'

/** What a shop of one's own is for: its addresses, a browser to look at it with, and a signal that it is to end. */
export interface OwnShop {
  stack: Stack
  chromiumPath: string
  variables: Variables
  signal: AbortSignal
}

/** Brings up a whole shop with empty data on free ports for one piece of work, and ends and deletes it after. Answers the work's code. */
export const withOwnShop = async (use: (shop: OwnShop) => Promise<number>): Promise<number> => {
  await sweepThrowAways()
  const interrupted = new AbortController()
  onInterrupt(
    () => interrupted.abort(),
    () => process.exit(130),
  )
  const { signal } = interrupted
  const variables = readVariables()
  const throwAway = makeThrowAway()
  try {
    const logDir = join(throwAway.dir, 'logs')
    const chromiumPath = await findChromium(variables, logDir, signal)
    const stack = await bringUpStack({
      variables: { ...withoutNamedServers(variables), ...stillAndRoomy },
      ports: await findFreePorts(),
      host: '127.0.0.1',
      keys: ensureKeys(throwAway.dir).keys,
      dataDir: throwAway.dir,
      logDir,
      durable: false,
      web: true,
      watch: false,
      ownEngine: true,
      stage: sayStage,
      say: line => console.log(`  ${line}`),
      onIdentity: throwAway.onIdentity,
      signal,
    })
    try {
      return await use({ stack, chromiumPath, variables, signal })
    } finally {
      await stack.stop()
    }
  } finally {
    throwAway.remove()
  }
}
