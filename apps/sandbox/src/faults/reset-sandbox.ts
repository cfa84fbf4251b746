import type { GatewayContext } from '../gateway/gateway-context.ts'

/** Empties the sandbox: no charge, no card, no event, every switch at `ok`. */
export const resetSandbox = async (context: GatewayContext): Promise<void> => {
  context.events.forget()
  await context.faults.clear()
  await context.pool.query('truncate payment_method, payment_intent, charge, refund, recorded_answer, webhook_event')
}
