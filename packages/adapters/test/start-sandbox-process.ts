import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { z } from 'zod'

const sandboxMain = new URL('../../../apps/sandbox/src/main.ts', import.meta.url).pathname
const secretKey = 'sk_test_contract12345678'
const publishableKey = 'pk_test_contract12345678'
const webhookSecret = 'whsec_contract12345678'
const carrierKey = 'carrier_contract12345678'
const carrierWebhookSecret = 'carriersec_contract12345678'
const smsAccount = { sid: `AC${'7'.repeat(32)}`, token: 'sms_token_contract12345678' }
const dataPlatformKey = 'platform_contract12345678'

const listening = z.object({ url: z.string(), smtpUrl: z.string() })

type ReceivedWebhook = { readonly body: Buffer; readonly signature: string | undefined }

const startReceiver = async (name: 'payment' | 'carrier', signatureHeader: string) => {
  const received: ReceivedWebhook[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const signature = request.headers[signatureHeader]
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
  return { received, url: `http://127.0.0.1:${port}/webhooks/${name}`, stop }
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
  const receiver = await startReceiver('payment', 'stripe-signature')
  const carrierReceiver = await startReceiver('carrier', 'carrier-signature')
  const child = spawn(process.execPath, [sandboxMain], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_DATABASE_URL: database.url,
      PAYMENT_WEBHOOK_URL: receiver.url,
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_PUBLISHABLE_KEY: publishableKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      CARRIER_API_KEY: carrierKey,
      CARRIER_WEBHOOK_URL: carrierReceiver.url,
      CARRIER_WEBHOOK_SECRET: carrierWebhookSecret,
      CARRIER_STEP_SECONDS: '0',
      SMS_ACCOUNT_SID: smsAccount.sid,
      SMS_AUTH_TOKEN: smsAccount.token,
      DATA_PLATFORM_API_KEY: dataPlatformKey,
    },
  })
  const exited = once(child, 'exit')
  let addresses: z.infer<typeof listening> | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    addresses = listening.safeParse(JSON.parse(line)).data
    if (addresses !== undefined) break
  }
  if (addresses === undefined) throw new Error('the sandbox ended before it listened')
  const { url, smtpUrl } = addresses
  child.stdout.resume()
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    await receiver.stop()
    await carrierReceiver.stop()
    await database.drop()
  }
  const carrier = {
    apiUrl: `${url}/carrier`,
    apiKey: carrierKey,
    webhookSecret: carrierWebhookSecret,
    received: carrierReceiver.received,
  }
  const messages = {
    smtpUrl,
    sms: { apiUrl: `${url}/sms`, accountSid: smsAccount.sid, authToken: smsAccount.token },
    dataPlatform: { url: `${url}/data-platform`, apiKey: dataPlatformKey },
  }
  return { url, secretKey, publishableKey, webhookSecret, received: receiver.received, carrier, messages, stop }
}
