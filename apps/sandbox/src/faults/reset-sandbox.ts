import type { SandboxContext } from '../sandbox-context.ts'

/** Empties the sandbox: no charge, no card, no parcel, no message, no event, every switch at `ok`. */
export const resetSandbox = async ({ gateway, carrier }: SandboxContext): Promise<void> => {
  gateway.events.forget()
  carrier.events.forget()
  await gateway.faults.clear()
  await gateway.pool.query(
    'truncate payment_method, payment_intent, charge, refund, shipment, shipment_event, recorded_answer, webhook_event, mail, sms, push_subscription, push_message, data_record',
  )
}
