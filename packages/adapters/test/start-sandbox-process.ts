import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import pg from 'pg'

const sandboxMain = new URL('../../../apps/sandbox/src/main.ts', import.meta.url).pathname
const secretKey = 'sk_test_contract12345678'
const publishableKey = 'pk_test_contract12345678'
const webhookSecret = 'whsec_contract12345678'

type ReceivedWebhook = { readonly body: Buffer; readonly signature: string | undefined }

const startReceiver = async () => {
  const received: ReceivedWebhook[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const signature = request.headers['stripe-signature']
    received.push({ body: Buffer.concat(parts), signature: typeof signature === 'string' ? signature : undefined })
    response.writeHead(200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { received, url: `http://127.0.0.1:${port}/webhooks/payment`, stop }
}

const createDatabase = async (adminUrl: string) => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const name = `adapters_${process.pid}_${Date.now().toString(36)}`
  await admin.query(`create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const drop = async () => {
    await admin.query(`drop database ${name}`)
    await admin.end()
  }
  return { url: url.href, drop }
}

/** Starts the sandbox as a process of its own, on its own database, with a receiver for its webhooks. */
export const startSandboxProcess = async (adminUrl: string) => {
  const database = await createDatabase(adminUrl)
  const receiver = await startReceiver()
  const child = spawn(process.execPath, [sandboxMain], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      SANDBOX_PORT: '0',
      SANDBOX_DATABASE_URL: database.url,
      PAYMENT_WEBHOOK_URL: receiver.url,
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_PUBLISHABLE_KEY: publishableKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    },
  })
  const exited = once(child, 'exit')
  let url: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const entry: unknown = JSON.parse(line)
    if (typeof entry === 'object' && entry !== null && 'url' in entry && typeof entry.url === 'string') {
      url = entry.url
      break
    }
  }
  if (url === undefined) throw new Error('the sandbox ended before it listened')
  child.stdout.resume()
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    await receiver.stop()
    await database.drop()
  }
  return { url, secretKey, publishableKey, webhookSecret, received: receiver.received, stop }
}
