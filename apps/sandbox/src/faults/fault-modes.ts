import { z } from 'zod'

/** What can be told to fail, and how. `ok` takes the switch back. */
export const faultModes = {
  payment: ['ok', 'decline', 'error500', 'slow', 'charge-then-timeout', 'down'],
  cancel: ['ok', 'error500', 'slow', 'cancel-then-timeout', 'down'],
  refund: ['ok', 'decline', 'error500', 'slow', 'refund-then-timeout', 'down'],
  lookup: ['ok', 'error500', 'slow', 'down'],
  webhook: ['ok', 'lost', 'duplicate', 'reordered', 'delayed'],
  carrier: ['ok', 'decline', 'error500', 'slow', 'register-then-timeout', 'down'],
  'carrier-cancel': ['ok', 'decline', 'error500', 'slow', 'cancel-then-timeout'],
  'carrier-webhook': ['ok', 'lost', 'duplicate', 'reordered', 'delayed'],
  mail: ['ok', 'reject', 'error', 'slow', 'accept-then-drop', 'down'],
  sms: ['ok', 'decline', 'error500', 'slow', 'send-then-timeout', 'down'],
  push: ['ok', 'decline', 'error500', 'slow', 'send-then-timeout', 'down'],
  'data-platform': ['ok', 'error500', 'slow', 'store-then-timeout', 'down'],
} as const

export type FaultTarget = keyof typeof faultModes
export type FaultMode = (typeof faultModes)[FaultTarget][number]
export const faultTargets = Object.keys(faultModes) as readonly FaultTarget[]

/**
 * `times: null` means until it is taken back. `delayMs` is the wait of `slow` and `delayed`, how long a silent answer holds
 * the connection, and how long at most an event is held back for the next one.
 */
export type Fault = { readonly mode: FaultMode; readonly times: number | null; readonly delayMs: number }

const longestDelayMs = 120_000
const defaultDelaysMs: Partial<Record<FaultMode, number>> = { slow: 3000, delayed: 5000, reordered: 2000 }
export const defaultDelayMs = (mode: FaultMode): number =>
  mode.endsWith('-then-timeout') ? 60_000 : (defaultDelaysMs[mode] ?? 0)

const faultOf = (modes: readonly FaultMode[]) =>
  z
    .strictObject({
      mode: z.enum(modes),
      times: z.number().int().min(1).max(1_000_000).nullable().default(null),
      delayMs: z.number().int().min(0).max(longestDelayMs).optional(),
    })
    .transform(
      (fault): Fault => ({
        mode: fault.mode,
        times: fault.times,
        delayMs: fault.delayMs ?? defaultDelayMs(fault.mode),
      }),
    )

const inputs = Object.fromEntries(
  faultTargets.map(target => [target, faultOf(faultModes[target]).optional()]),
) as Record<FaultTarget, z.ZodOptional<ReturnType<typeof faultOf>>>

export const faultsInput = z
  .strictObject(inputs)
  .refine(faults => Object.keys(faults).length > 0, { error: `must name one of ${faultTargets.join(', ')}` })
