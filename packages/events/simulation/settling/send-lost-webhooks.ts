import type { Db } from '@makegood/db/client'

/**
 * What the outside world lost on the way it sends once more, as an operator makes it do on the gateway's own page. Only what
 * never reached the shop: what the shop was told and did not heed stays unheeded, so that it is seen.
 */
export const sendLostWebhooks = async (db: Db): Promise<void> => {
  await db.$executeRaw`
    update sandbox.webhook_event set given_up_at = null, held = true, next_attempt_at = now()
    where given_up_at is not null and delivered_at is null`
  await db.$executeRaw`
    update sandbox.webhook_event set next_attempt_at = now() where delivered_at is null and next_attempt_at > now() and attempts > 0`
}
