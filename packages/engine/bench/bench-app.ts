import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'

// The app of the benchmark, a process of its own, which tells its parent what has happened.
const [url = '', eventKey = '', signingKey = ''] = process.argv.slice(2)
const mode = signingKey === '' ? { isDev: true } : { eventKey, signingKey, isDev: false }
const ignore = () => undefined
const logger = { info: ignore, warn: ignore, error: ignore, debug: ignore }
const client = new Inngest({ id: 'bench', baseUrl: url, logger, ...mode })

const tell = (message: object) => process.send?.(message)
const now = () => performance.timeOrigin + performance.now()

let finished = 0
let begun = 0
setInterval(() => {
  if (finished > 0 || begun > 0) tell({ finished, begun })
  finished = 0
  begun = 0
}, 10)

const sevenSteps = (id: string, checkpointing: true | { bufferedSteps: number }) =>
  client.createFunction(
    { id, triggers: [{ event: `bench/${id}` }], checkpointing, retries: 3 },
    async ({ step, event }) => {
      for (let number = 0; number < 7; number += 1) {
        await step.run(`step-${number}`, () => {
          if (number === 0 && event.data.watched) tell({ number: event.data.number, at: now() })
          return { number, of: event.data.number }
        })
      }
      finished += 1
      return 'done'
    },
  )

const functions = [
  sevenSteps('plain', true),
  sevenSteps('buffered', { bufferedSteps: 10 }),
  client.createFunction({ id: 'sleep', triggers: [{ event: 'bench/sleep' }] }, async ({ step, event }) => {
    await step.sleepUntil('sleep', new Date(event.data.until))
    await step.run('woke', () => tell({ number: event.data.number, at: now() }))
  }),
  client.createFunction({ id: 'wait', triggers: [{ event: 'bench/wait' }] }, async ({ step, event }) => {
    begun += 1
    const condition = 'async.data.number == event.data.number'
    await step.waitForEvent('wait', { event: 'bench/answer', timeout: '1h', if: condition })
    await step.run('woke', () => tell({ number: event.data.number, at: now() }))
  }),
  client.createFunction({ id: 'expire', triggers: [{ event: 'bench/expire' }] }, async ({ step, event }) => {
    await step.waitForEvent('expire', { event: 'bench/never', timeout: new Date(event.data.until) })
    await step.run('woke', () => tell({ number: event.data.number, at: now() }))
  }),
  client.createFunction({ id: 'long-sleep', triggers: [{ event: 'bench/long-sleep' }] }, async ({ step }) => {
    begun += 1
    await step.sleep('long', '30d')
  }),
  client.createFunction({ id: 'long-wait', triggers: [{ event: 'bench/long-wait' }] }, async ({ step, event }) => {
    begun += 1
    const condition = `async.data.number == ${event.data.number}`
    await step.waitForEvent('long', { event: 'bench/later', timeout: '30d', if: condition })
  }),
]
const server = createServer(serve({ client, functions }))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
