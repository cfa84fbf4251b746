import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'

// The app of the benchmark, a process of its own: seven steps a run, plain and with buffered checkpoints.
const [engineUrl = '', eventKey = '', signingKey = ''] = process.argv.slice(2)
const client = new Inngest({ id: 'bench', baseUrl: engineUrl, eventKey, signingKey, isDev: false })

const tell = (message: object) => process.send?.(message)

let finished = 0
setInterval(() => {
  if (finished > 0) tell({ finished })
  finished = 0
}, 10)

const sevenSteps = (id: string, event: string, checkpointing: true | { bufferedSteps: number }) =>
  client.createFunction({ id, triggers: [{ event }], checkpointing, retries: 3 }, async ({ step, event: started }) => {
    for (let number = 0; number < 7; number += 1) {
      await step.run(`step-${number}`, () => {
        if (number === 0 && started.data.watched)
          tell({ first: started.data.number, at: performance.timeOrigin + performance.now() })
        return { number, of: started.data.number }
      })
    }
    finished += 1
    if (started.data.watched) tell({ done: started.data.number })
    return 'done'
  })

const functions = [
  sevenSteps('plain', 'bench/plain', true),
  sevenSteps('buffered', 'bench/buffered', { bufferedSteps: 10 }),
]
const server = createServer(serve({ client, functions }))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
