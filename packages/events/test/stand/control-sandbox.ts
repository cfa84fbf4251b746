import type { ShipmentStatus } from '@makegood/core/ports/carrier'

export type Faults = Readonly<
  Record<string, { readonly mode: string; readonly times?: number; readonly delayMs?: number }>
>
export type SandboxCharges = { readonly count: number; readonly failed: number; readonly amountRefunded: number }

/** What a test does in the outside world, and what it asks of it. */
export const controlSandbox = (url: string) => {
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(5000), ...init })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return await response.json()
  }
  const send = (method: string, path: string, body: unknown) =>
    ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  return {
    ask,
    setFaults: (faults: Faults) => send('PUT', '/sandbox/faults', faults),
    clearFaults: () => ask('/sandbox/faults', { method: 'DELETE' }),
    chargesOf: async (orderId: string) => (await ask(`/sandbox/charges?orderId=${orderId}`)) as SandboxCharges,
    /** The carrier moves a parcel, as a driver with a scanner does. */
    moveParcel: (shipmentRef: string, to: ShipmentStatus) =>
      send('POST', `/sandbox/shipments/${shipmentRef}/move`, { to }),
    /** The shopper answers on the gateway's approval page. */
    approve: async (actionUrl: string, decision: 'approve' | 'refuse') => {
      const answer = await fetch(actionUrl, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ decision }),
        signal: AbortSignal.timeout(5000),
      })
      if (answer.status !== 303) throw new Error(`the approval page answered ${answer.status}`)
    },
  }
}
