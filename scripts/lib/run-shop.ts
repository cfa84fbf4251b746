import { join } from 'node:path'
import { demoLogins } from '../../packages/db/src/seed/demo-logins.ts'
import { readEnv, readVariables } from '../env.ts'
import { bringUpStack, type Stack } from './bring-up-stack.ts'
import { endLeftovers } from './end-leftovers.ts'
import { ensureKeys } from './keys.ts'
import { onInterrupt } from './on-interrupt.ts'
import { stateDir } from './paths.ts'
import { errorText, type PlainError } from './plain-error.ts'
import type { Ports } from './ports.ts'
import { claimRun, clearRunState, writeRunState } from './run-state.ts'
import { sayStage } from './stages.ts'
import { welcome } from './welcome.ts'

/** A visitor who has paid can look around and cancel, as the tour says, before the parcel is packed. */
const timeToThink = { POLICY_PACKING_SECONDS: '60' }

const say = (line: string) => console.error(`  ${line}`)

/**
 * Brings the shop up, says where it is, keeps it running, and takes it down in order at Ctrl-C. Answers the exit code:
 * 0 after a clean stop, 1 when something failed, 130 when it was stopped before it was up.
 */
export const runShop = async ({ watch }: { watch: boolean }): Promise<number> => {
  const began = performance.now()
  const variables = readVariables()
  const env = readEnv(variables)
  const ports: Ports = {
    web: env.WEB_PORT,
    api: env.API_PORT,
    sandbox: env.SANDBOX_PORT,
    smtp: env.SMTP_PORT,
    engine: env.ENGINE_PORT,
    postgres: env.POSTGRES_PORT,
    redis: env.REDIS_PORT,
  }
  const interrupted = new AbortController()
  const givenUp = Promise.withResolvers<PlainError>()
  const stopAsked = Promise.withResolvers<undefined>()
  let stack: Stack | undefined
  onInterrupt(
    () => {
      console.log(`\n  Stopping${stack === undefined ? '' : ': web, api, sandbox, engine, then Redis and Postgres'} …`)
      interrupted.abort()
      stopAsked.resolve(undefined)
    },
    () => {
      console.error('  Ended at once, as asked twice.')
      stack?.kill()
      clearRunState(stateDir)
      process.exit(1)
    },
  )

  const state = await claimRun(stateDir)
  try {
    const left = await endLeftovers(state)
    if (left.length > 0) say(`${left.join(', ')} still ran after a start that was killed; stopped.`)
    state.processes = {}
    const { keys } = await sayStage('keys', 'makes those that are missing in .makegood/keys.env', () =>
      ensureKeys(stateDir),
    )
    stack = await bringUpStack({
      variables: { ...timeToThink, ...variables },
      ports,
      host: env.HOST,
      keys,
      dataDir: stateDir,
      logDir: join(stateDir, 'logs'),
      durable: true,
      web: true,
      story: true,
      watch,
      ownEngine: env.INNGEST_BASE_URL === undefined,
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      stage: sayStage,
      say,
      onIdentity: (name, identity) => {
        if (identity === undefined) delete state.processes[name]
        else state.processes[name] = identity
        writeRunState(stateDir, state)
      },
      onGivenUp: givenUp.resolve,
      signal: interrupted.signal,
    })
    const { urls } = stack
    state.addresses = { ...urls }
    state.ports = { ...ports }
    writeRunState(stateDir, state)
    console.log(welcome(urls, demoLogins, performance.now() - began, watch))

    const reason = await Promise.race([stopAsked.promise, givenUp.promise])
    if (reason !== undefined) say(`${reason.message}\n  The rest is stopped too.`)
    const clean = await stack.stop()
    if (clean) console.log('  Stopped. The data is kept for the next start.')
    return clean && reason === undefined ? 0 : 1
  } catch (error) {
    if (interrupted.signal.aborted) return 130
    console.error(`\n${errorText(error)}`)
    return 1
  } finally {
    clearRunState(stateDir)
  }
}
