import { setTimeout as wait } from 'node:timers/promises'
import { errorText, PlainError } from '../plain-error.ts'
import { isSameAlive, type ProcessIdentity } from './process-identity.ts'
import { budgetSentence, createRestartBudget } from './restart-budget.ts'

export interface Store {
  identity: ProcessIdentity | undefined
  stop: () => Promise<void>
}

interface StoreWatcher {
  name: string
  start: () => Promise<Store>
  say: (line: string) => void
  onIdentity: (name: string, identity: ProcessIdentity | undefined) => void
  onGivenUp: (reason: PlainError) => void
}

const lookEveryMs = 1000

/** Starts Postgres or Redis again on the same data when it dies, at most five times in a minute, until stopped. */
export const keepStoreRunning = (first: Store, watcher: StoreWatcher): { stop: () => Promise<void> } => {
  const { name, say } = watcher
  const takeRestart = createRestartBudget()
  const stopping = new AbortController()
  const { signal } = stopping
  let store = first
  watcher.onIdentity(name, store.identity)

  const restart = async (): Promise<void> => {
    const waitMs = takeRestart(performance.now())
    if (waitMs === undefined)
      throw new PlainError(`${name} was started again ${budgetSentence} already. It stays down.`)
    say(`${name} is gone; it is started again on its data in ${waitMs / 1000} s.`)
    await wait(waitMs, undefined, { signal })
    store = await watcher.start()
    watcher.onIdentity(name, store.identity)
  }
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await wait(lookEveryMs, undefined, { signal })
      if (store.identity !== undefined && !isSameAlive(store.identity)) await restart()
    }
  }
  const watching = watch().catch((error: unknown) => {
    if (!signal.aborted) watcher.onGivenUp(error instanceof PlainError ? error : new PlainError(errorText(error)))
  })
  return {
    stop: async () => {
      stopping.abort()
      await watching
      await store.stop()
      watcher.onIdentity(name, undefined)
    },
  }
}
