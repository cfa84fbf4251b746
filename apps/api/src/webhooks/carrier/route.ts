import { verifyCarrierWebhook } from '@makegood/adapters/carrier/verify-carrier-webhook'
import type { ApiContext } from '../../context.ts'
import { webhookRoute } from '../webhook-route.ts'

/** The carrier's webhooks: every move of a parcel that the shop knows matters. */
export const carrierWebhookRoute = (api: ApiContext) =>
  webhookRoute(api, {
    provider: 'carrier',
    signatureHeader: 'carrier-signature',
    verify: (body, signature) => {
      const verified = verifyCarrierWebhook(body, signature, api.env.CARRIER_WEBHOOK_SECRET)
      if (!verified.ok) return verified
      const { id, type, event } = verified
      return { ok: true, webhook: { eventId: id, type, matters: event !== null, succeededPaymentId: null } }
    },
  })
