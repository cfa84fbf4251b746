// Puts five weeks of orders into the demo shop at DATABASE_URL, with failures to repair, and tells the sandbox at SANDBOX_URL
// what it has seen of them. Does nothing in a shop that has an order already.
import { createPrisma } from '../src/client.ts'
import { readStoryEnv } from '../src/env.ts'
import { seedStory } from '../src/seed/story/seed-story.ts'
import { runScript } from './run-script.ts'

const tellMs = 20_000

await runScript('The story of the demo shop could not be put in', async () => {
  const { DATABASE_URL, SANDBOX_URL, WEB_URL } = readStoryEnv()
  const db = createPrisma(DATABASE_URL, { poolMax: 1, applicationName: 'makegood story' })
  try {
    const { orders, troubles } = await seedStory(db, {
      now: new Date(),
      carrierUrl: SANDBOX_URL,
      webUrl: WEB_URL,
      tell: async past => {
        const answer = await fetch(`${SANDBOX_URL}/sandbox/past`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(past),
          signal: AbortSignal.timeout(tellMs),
        })
        if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}: ${await answer.text()}`)
      },
    })
    console.log(
      orders > 0 ? `Added ${orders} orders, ${troubles} of them to be put right.` : 'The shop has orders already.',
    )
  } finally {
    await db.$disconnect()
  }
})
