/** How Stripe is asked for what belongs to a charge. The shop names a charge by its intent, and once did by the charge itself. */
export const byChargeRef = (chargeRef: string): { charge: string } | { payment_intent: string } =>
  chargeRef.startsWith('ch_') ? { charge: chargeRef } : { payment_intent: chargeRef }
