import { createServer } from 'node:http'
import { Inngest } from 'inngest'
import { serve } from 'inngest/edge'
import { acknowledgingFetch } from './acknowledging-fetch.ts'
import { createCalls } from './calls.ts'
import { createFunctions } from './functions.ts'
import { openJournal } from './journal.ts'

// The app of the crash suite, a process of its own, so that it can be killed.
const [engineUrl = '', eventKey = '', signingKey = '', port = '', journalFile = ''] = process.argv.slice(2)
const ignore = () => undefined
const logger = { info: ignore, warn: ignore, error: ignore, debug: ignore }
const journal = openJournal(journalFile)
const calls = createCalls(journal)
const fetch = acknowledgingFetch(journal)
const client = new Inngest({ id: 'crash', baseUrl: engineUrl, eventKey, signingKey, isDev: false, logger, fetch })
const handle = serve({ client, functions: createFunctions(client, journal, calls.current) })

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const body = Buffer.concat(parts).toString('utf8')
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
  const method = request.method ?? 'GET'
  const url = `http://127.0.0.1:${port}${request.url}`
  const answer = await calls.during(body, () =>
    handle(new Request(url, { method, headers, ...(method === 'POST' ? { body } : {}) })),
  )
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
})
server.keepAliveTimeout = 60_000
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
process.on('disconnect', () => process.exit(0))
