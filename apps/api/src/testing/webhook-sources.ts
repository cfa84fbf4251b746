import { createHmac, randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { type TestApi, testSecrets } from './start-test-api.ts'

export const nowSeconds = (): number => Math.floor(Date.now() / 1000)

/** A provider as the tests play it: what it sends, how it signs, and where. */
export type TestSource = {
  readonly provider: 'payment' | 'carrier'
  readonly header: string
  readonly secret: string
  /** A type on which the shop acts, and one that it has never heard of. */
  readonly type: string
  readonly unknownType: string
  readonly makeEvent: (type?: string, about?: { readonly paymentId?: string }) => string
}

const payment: TestSource = {
  provider: 'payment',
  header: 'stripe-signature',
  secret: testSecrets.STRIPE_WEBHOOK_SECRET,
  type: 'payment_intent.succeeded',
  unknownType: 'customer.created',
  makeEvent: (type = payment.type, { paymentId = newId('payment', new Date()) } = {}) =>
    JSON.stringify({
      id: `evt_${randomBytes(8).toString('hex')}`,
      object: 'event',
      type,
      created: nowSeconds(),
      livemode: false,
      data: {
        object: {
          id: 'pi_1',
          amount: 1000,
          amount_received: 1000,
          currency: 'krw',
          metadata: { key: `pay-order:${paymentId}:charge-card`, paymentId },
        },
      },
    }),
}

const carrier: TestSource = {
  provider: 'carrier',
  header: 'carrier-signature',
  secret: testSecrets.CARRIER_WEBHOOK_SECRET,
  type: 'shipment.delivered',
  unknownType: 'shipment.weighed',
  makeEvent: (type = carrier.type) =>
    JSON.stringify({
      id: `cev_${randomBytes(8).toString('hex')}`,
      type,
      createdAt: new Date().toISOString(),
      data: {
        shipmentRef: 'shp_1',
        key: 'fulfil-order:1000',
        orderId: 'ord_1',
        trackingNo: 'MG1000',
        kind: 'delivery',
        status: 'delivered',
      },
    }),
}

export const testSources: readonly TestSource[] = [payment, carrier]
export const paymentSource = payment

/** The signature of a body as the provider makes it. */
export const signWebhook = ({ secret }: Pick<TestSource, 'secret'>, body: string, at = nowSeconds()): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

/** Delivers a body as the provider does; without a signature where none is given. */
export const sendWebhook = (api: Pick<TestApi, 'url'>, source: TestSource, body: string, signature?: string) =>
  fetch(`${api.url}/webhooks/${source.provider}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature === undefined ? {} : { [source.header]: signature }),
    },
    body,
  })
