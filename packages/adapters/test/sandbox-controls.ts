import type { ShipmentStatus } from '@makegood/core/ports/carrier'

type Fault = { mode: string; times?: number; delayMs?: number }

/** What a test asks of the sandbox beside the gateway's own API. */
export const createSandboxControls = (url: string, publishableKey: string) => {
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(5000), ...init })
    const body: unknown = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`)
    return body
  }
  return {
    /** Makes a card into a token, as the shopper's browser does. */
    tokenOf: async (number: string): Promise<string> => {
      const form = new URLSearchParams({
        type: 'card',
        'card[number]': number,
        'card[exp_month]': '12',
        'card[exp_year]': '2040',
        'card[cvc]': '123',
      })
      const made = await ask('/v1/payment_methods', {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${publishableKey}` },
      })
      return (made as { id: string }).id
    },
    setFaults: (faults: Record<string, Fault>) =>
      ask('/sandbox/faults', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      }),
    clearFaults: () => ask('/sandbox/faults', { method: 'DELETE' }),
    /** What was charged under this key, and how much of it went back. */
    chargesOfKey: async (key: string) =>
      (await ask(`/sandbox/charges?key=${encodeURIComponent(key)}`)) as { count: number; amountRefunded: number },
    /** Answers an approval page as the shopper's browser does; says where the browser is led to. */
    decide: async (actionUrl: string, decision: 'approve' | 'refuse'): Promise<string> => {
      const response = await fetch(new URL(new URL(actionUrl).pathname, url), {
        method: 'POST',
        body: new URLSearchParams({ decision }),
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
      })
      const back = response.headers.get('location')
      if (response.status !== 303 || back === null) throw new Error(`the approval page answered ${response.status}`)
      return back
    },
    chargesOf: async (orderId: string) =>
      (await ask(`/sandbox/charges?orderId=${encodeURIComponent(orderId)}`)) as {
        count: number
        failed: number
        amountRefunded: number
      },
    mailsTo: async (to: string) =>
      (await ask(`/sandbox/mails?to=${encodeURIComponent(to)}`)) as {
        count: number
        mails: { messageId: string; from: string; subject: string; html: string; text: string; received: number }[]
      },
    smsTo: async (to: string) =>
      (await ask(`/sandbox/sms?to=${encodeURIComponent(to)}`)) as {
        count: number
        messages: { sid: string; body: string }[]
      },
    newPushSubscription: async (applicationServerKey: string) =>
      (await ask('/sandbox/push/subscriptions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ applicationServerKey }),
      })) as { id: string; endpoint: string; keys: { p256dh: string; auth: string } },
    endPushSubscription: (id: string) => ask(`/sandbox/push/subscriptions/${id}`, { method: 'DELETE' }),
    pushMessagesOf: async (subscriptionId: string) =>
      (await ask(`/sandbox/push/messages?subscriptionId=${subscriptionId}`)) as {
        count: number
        messages: { payload: string; received: number; ttl: number }[]
      },
    recordsOf: async (orderId: string) =>
      (await ask(`/sandbox/records?orderId=${encodeURIComponent(orderId)}`)) as {
        count: number
        records: { id: string; name: string; at: string; data: Record<string, unknown>; received: number }[]
      },
    shipmentsOf: async (orderId: string) =>
      (await ask(`/sandbox/shipments?orderId=${encodeURIComponent(orderId)}`)) as { count: number },
    moveShipment: (shipmentRef: string, to: ShipmentStatus) =>
      ask(`/sandbox/shipments/${shipmentRef}/move`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to }),
      }),
  }
}
export type SandboxControls = ReturnType<typeof createSandboxControls>
