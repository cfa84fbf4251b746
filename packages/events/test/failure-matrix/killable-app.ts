// Serves the shop's functions as a process of its own, whose steps kill it with -9 where it is told so.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import { createPrisma } from '@makegood/db/client'
import { serve } from 'inngest/node'
import { createFunctions } from '../../src/functions.ts'
import { connectParts, type StandAddresses } from '../stand/connect-parts.ts'
import type { FaultPlans, PlannedFault } from './faults.ts'
import { withFaults } from './with-faults.ts'

const { APP_DATABASE_URL = '', APP_ADDRESSES = '{}', APP_PORT = '0' } = process.env
const db = createPrisma(APP_DATABASE_URL, { poolMax: 10, applicationName: 'killable app' })
const { deps, inngest, outbox } = connectParts(db, JSON.parse(APP_ADDRESSES) as StandAddresses)
// In memory: the process that comes after a killed one has no plan and works as it should.
const plans: FaultPlans = new Map()
const functions = createFunctions(inngest, deps, { changeSaga: saga => withFaults(saga, plans) })
const handle = serve({ client: inngest, functions })

const server = createServer(async (request, response) => {
  if (request.url === '/health') {
    response.writeHead(200).end()
    return
  }
  if (request.url !== '/plans') {
    handle(request, response)
    return
  }
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const [sagaId, plan] = JSON.parse(Buffer.concat(parts).toString('utf8')) as [string, PlannedFault]
  plans.set(sagaId, plan)
  response.writeHead(204).end()
})
server.listen(Number(APP_PORT), '127.0.0.1')
await once(server, 'listening')
outbox.start()
// A process that is killed keeps nothing by itself of what it compiled.
flushCompileCache()
