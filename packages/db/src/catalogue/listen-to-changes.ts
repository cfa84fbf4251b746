import { setTimeout as sleep } from 'node:timers/promises'
import { type CatalogueChange, readCatalogueChange } from '@makegood/core/catalogue/catalogue-change'
import pg from 'pg'

export type ChangeListener = {
  readonly onChange: (change: CatalogueChange) => void
  /** From now on every change is told; what was read before may have changed without a word. */
  readonly onHeard: () => void
  /** From now on changes may be missed. */
  readonly onDeaf: (error: unknown) => void
}

const askEveryMs = 2000
const answerWithinMs = 2000
const comeBackMs = 250

/**
 * Tells of every change of the catalogue after its commit, over one connection of its own, until the signal aborts. The
 * connection is asked every two seconds whether it still lives, and made anew where it does not; so a change can be missed
 * for four seconds at most without `onDeaf` having said so.
 */
export const listenToChanges = (databaseUrl: string, listener: ChangeListener, signal: AbortSignal): Promise<void> => {
  const listen = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await listenOnce(databaseUrl, listener, signal)
      } catch (error) {
        if (signal.aborted) return
        listener.onDeaf(error)
        await sleep(comeBackMs, undefined, { signal, ref: false }).catch((stopped: unknown) => {
          if (!signal.aborted) throw stopped
        })
      }
    }
  }
  return listen()
}

const listenOnce = async (databaseUrl: string, listener: ChangeListener, signal: AbortSignal): Promise<void> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'makegood catalogue changes',
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
  })
  const broken = new AbortController()
  client.on('error', error => broken.abort(error))
  client.on('end', () => broken.abort(new Error('the connection that tells of changes has ended')))
  const over = AbortSignal.any([signal, broken.signal])
  client.on('notification', ({ payload }) => listener.onChange(readCatalogueChange(payload ?? '')))
  try {
    await client.connect()
    await client.query('listen catalogue_changed')
    listener.onHeard()
    for (;;) {
      await sleep(askEveryMs, undefined, { signal: over, ref: false }).catch((stopped: unknown) => {
        broken.signal.throwIfAborted()
        throw stopped
      })
      await client.query('select 1')
    }
  } finally {
    // Closing what is broken already fails, and what broke it is on its way up.
    await Promise.allSettled([client.end()])
  }
}
