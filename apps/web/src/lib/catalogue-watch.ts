import { type CatalogueChange, readCatalogueChange } from '@makegood/core/catalogue/catalogue-change'
import { getEnv } from '@/env'

/** The api says each second that the line is alive; a line that is silent for longer is dead. */
const silentMsMax = 3000
const comeBackMs = 500

type Listener = (change: CatalogueChange) => void
type Watch = { told: boolean; readonly listeners: Set<Listener> }

/** One watch for the whole process: pages and the proxy are bundled apart and would else each have their own. */
const shared = globalThis as { makegoodCatalogueWatch?: Watch }

const tell = (watch: Watch, change: CatalogueChange): void => {
  for (const listener of watch.listeners) listener(change)
}

const watchOnce = async (watch: Watch): Promise<void> => {
  const silence = new AbortController()
  const startClock = () => setTimeout(() => silence.abort(new Error('the line is silent')), silentMsMax)
  let clock = startClock()
  try {
    const answer = await fetch(`${getEnv().apiUrl}/catalogue-changes`, { signal: silence.signal, cache: 'no-store' })
    if (!answer.ok || !answer.body) throw new Error(`the api answered ${answer.status}`)
    let rest = ''
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(clock)
      clock = startClock()
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      if (!watch.told) {
        watch.told = true
        tell(watch, { kind: 'catalogue' })
      }
      for (const line of lines) if (line !== '') tell(watch, readCatalogueChange(line))
    }
  } finally {
    clearTimeout(clock)
    silence.abort()
  }
}

const keepWatching = async (watch: Watch): Promise<never> => {
  for (;;) {
    try {
      await watchOnce(watch)
    } catch (error) {
      if (watch.told)
        console.warn(
          JSON.stringify({ level: 40, time: Date.now(), msg: 'the catalogue is not told', err: String(error) }),
        )
    }
    watch.told = false
    tell(watch, { kind: 'catalogue' })
    await new Promise(resolve => setTimeout(resolve, comeBackMs).unref())
  }
}

/**
 * Hears of every change of the catalogue, as soon as the api has forgotten what it concerns. While the line to the api is
 * down `isTold` is false and nothing may be remembered; `catalogue` is told where something may have been missed.
 */
export const watchCatalogue = (listener: Listener): { readonly isTold: () => boolean } => {
  const watch = shared.makegoodCatalogueWatch ?? { told: false, listeners: new Set<Listener>() }
  if (!shared.makegoodCatalogueWatch) {
    shared.makegoodCatalogueWatch = watch
    void keepWatching(watch)
  }
  watch.listeners.add(listener)
  return { isTold: () => watch.told }
}
