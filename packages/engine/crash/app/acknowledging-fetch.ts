import type { Journal } from './journal.ts'

/** The app's way to the engine; it writes down which steps the engine has said to have stored. */
export function acknowledgingFetch(journal: Journal): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const url = input instanceof Request ? input.url : String(input)
    const run = /\/v1\/checkpoint\/([^/]+)\/async/.exec(url)?.[1]
    if (run && response.status === 200 && typeof init?.body === 'string') {
      const { steps } = JSON.parse(init.body) as { steps: { id: string }[] }
      journal.write({ what: 'acknowledged', run, steps: steps.map(step => step.id), at: Date.now() })
    }
    return response
  }
}
