import { carrierKey, type TestSandbox } from './start-test-sandbox.ts'

export const parcel = {
  kind: 'delivery',
  recipient: '김하늘',
  phone: '010-1234-5678',
  postcode: '04524',
  address1: '서울특별시 중구 세종대로 110',
  address2: '3층',
}

export type ShipmentAnswer = {
  shipmentRef: string
  key: string
  orderId: string
  trackingNo: string
  trackingUrl: string
  carrierName: string
  kind: string
  status: string
  events: { status: string; at: string }[]
}

type Body = { error?: { code: string; message: string } } & Partial<ShipmentAnswer>

/** The carrier's API as the shop asks it. */
export const createCarrierClient = (sandbox: TestSandbox, apiKey = carrierKey) => {
  const authorization = `Bearer ${apiKey}`
  const read = async (response: Response) => ({
    status: response.status,
    body: (await response.json()) as Body,
    replayed: response.headers.get('idempotent-replayed') === 'true',
  })
  const register = async (key: string, more: object = {}) =>
    read(
      await sandbox.ask('/carrier/v1/shipments', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ orderId: `ord_${key}`, parcel, items: 2, ...more }),
      }),
    )
  const registered = async (key: string, more: object = {}): Promise<ShipmentAnswer> => {
    const { status, body } = await register(key, more)
    if (status !== 201) throw new Error(`not registered: ${JSON.stringify(body)}`)
    return body as ShipmentAnswer
  }
  const cancel = async (key: string, ref: string) =>
    read(
      await sandbox.ask(`/carrier/v1/shipments/${ref}/cancel`, {
        method: 'POST',
        headers: { authorization, 'idempotency-key': key },
      }),
    )
  const get = async (path: string) => {
    const response = await sandbox.ask(`/carrier/v1/shipments${path}`, { headers: { authorization } })
    return { status: response.status, body: (await response.json()) as Body & { shipments?: ShipmentAnswer[] } }
  }
  const move = async (ref: string, to: unknown) =>
    read(
      await sandbox.ask(`/sandbox/shipments/${ref}/move`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to }),
      }),
    )
  const countOf = async (orderId: string) =>
    ((await (await sandbox.ask(`/sandbox/shipments?orderId=${orderId}`)).json()) as { count: number }).count
  return { register, registered, cancel, get, move, countOf }
}
export type CarrierClient = ReturnType<typeof createCarrierClient>
