import { openIncident } from '@makegood/db/saga/open-incident'
import { closeWaitingWebhook } from '@makegood/db/webhook/close-waiting-webhook'
import { getWebhook, markWebhookHandled } from '@makegood/db/webhook/get-webhook'
import { webhookSubject } from '@makegood/db/webhook/webhook-subject'
import type { Inngest } from 'inngest'
import { shopEvent } from '../event-types.ts'
import type { Deps } from '../saga/deps.ts'
import { retrySoon, toRetries } from '../saga/retry-schedule.ts'
import { findOrderOfWebhook } from './find-order-of-webhook.ts'
import { handleCarrierEvent } from './handle-carrier-event.ts'
import { handlePaymentEvent } from './handle-payment-event.ts'

const handlers = { payment: handlePaymentEvent, carrier: handleCarrierEvent }

type Received = { readonly provider: keyof typeof handlers; readonly eventId: string }

/**
 * Acts on a webhook that was stored, once, in whatever order webhooks come: what cannot be placed yet is tried again, and
 * what fails for good is put in front of a person with the event itself, on the order that it is about, and tried again from
 * time to time: it may have come long before its time.
 */
export const handleWebhooks = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction(
    {
      id: 'handle-webhooks',
      triggers: [shopEvent('webhook/received')],
      retries: toRetries(deps.policy.stepAttempts),
      onFailure: ({ event }) => reportWebhookFailure(deps, event as unknown as FailureEvent),
    },
    async ({ event, step, attempt }) => {
      const { provider, eventId } = event.data
      return await step.run('handle', async () => {
        try {
          return { did: await handleWebhook(deps, { provider, eventId }) }
        } catch (error) {
          throw retrySoon(error, attempt)
        } finally {
          deps.outbox.nudge()
        }
      })
    },
  )

/** Handles one stored webhook and takes it away from the person whom it waited for; one that was handled before does no more. */
export const handleWebhook = async (deps: Deps, { provider, eventId }: Received): Promise<string> => {
  const webhook = await getWebhook(deps.db, provider, eventId)
  if (!webhook) throw new Error(`no webhook ${eventId} of ${provider}`)
  const did = webhook.handled ? 'handled before' : await handlers[provider](deps, JSON.parse(webhook.body))
  if (!webhook.handled) await markWebhookHandled(deps.db, provider, eventId)
  if (webhook.waiting) await closeWaitingWebhook(deps.db, provider, eventId)
  return did
}

type FailureEvent = {
  readonly data: { readonly error: { readonly message?: string }; readonly event: { readonly data: Received } }
}

/** Puts a webhook that could not be handled in front of a person, on the order that it is about. */
export const reportWebhookFailure = async (deps: Deps, { data }: FailureEvent): Promise<void> => {
  const { provider, eventId } = data.event.data
  const detail = data.error.message ?? 'unknown'
  deps.logger.error({ provider, eventId, error: detail }, 'a webhook could not be handled')
  const webhook = await getWebhook(deps.db, provider, eventId)
  await openIncident(deps.db, {
    orderId: webhook && (await findOrderOfWebhook(deps.db, provider, JSON.parse(webhook.body))),
    sagaId: webhookSubject(provider, eventId),
    stepId: 'handle',
    kind: 'event-failed',
    detail,
    event: { name: 'webhook/received', payload: { provider, eventId } },
    triesAgain: true,
  })
}
