import { restockPlan } from '@makegood/core/messages/message-plan'
import { isWanted } from '@makegood/core/messages/preferences'
import { inTransaction } from '@makegood/db/client'
import { appendNotifications, type NewNotification } from '@makegood/db/notification/append-notifications'
import { claimRestocked, type RestockedRequest } from '@makegood/db/restock/claim-restocked'
import type { Deps } from '../saga/deps.ts'

const batchMax = 200

/**
 * Tells one batch of those who wait for what is there again, each once: the request is closed and its mail written down in
 * one transaction, so a crash tells nobody twice and leaves nobody untold. Answers how many, and whether there may be more.
 */
export const tellRestocked = async (
  { db, webUrl }: Pick<Deps, 'db' | 'webUrl'>,
  batch = batchMax,
): Promise<{ readonly told: number; readonly more: boolean }> => {
  const told = await inTransaction(db, async tx => {
    const requests = await claimRestocked(tx, batch)
    await appendNotifications(
      tx,
      requests.map(request => toNotification(webUrl, request)),
    )
    return requests.length
  })
  return { told, more: told === batch }
}

const toNotification = (webUrl: string, request: RestockedRequest): NewNotification => {
  const { id, userId, email, locale, slug, variantId } = request
  const [channel] = restockPlan.channels
  return {
    eventId: id,
    channel,
    template: restockPlan.template,
    orderId: null,
    userId,
    recipient: email,
    locale,
    data: {
      name: request.name,
      product: request.product,
      option: request.option,
      price: { amountMinor: request.priceMinor.toString(), currency: request.currency },
      left: request.available,
      productUrl: `${webUrl}${locale === 'en' ? '/en' : ''}/products/${slug}?option=${variantId}`,
    },
    // A guest has asked for this one mail and chosen nothing else.
    wanted: isWanted(request.preferences, channel, restockPlan.topic),
  }
}
