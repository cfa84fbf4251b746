import { renderMessage } from '@makegood/adapters/notify/templates/render-message'
import { type MessageData, messageLink, messageSchemas } from '@makegood/core/messages/message-data'
import type { MessageAnswer } from '@makegood/core/ports/message-answer'
import type { ClaimedNotification } from '@makegood/db/notification/claim-notifications'
import { forgetPushSubscription, getPushSubscription } from '@makegood/db/notification/push-subscriptions'
import type { Deps } from '../saga/deps.ts'

/** What an attempt came to: sent, to be tried again, never to be delivered, or not to be sent after all. */
export type SendResult =
  | { readonly result: 'sent'; readonly ref: string }
  | { readonly result: 'again' | 'refused' | 'skipped'; readonly error: string }

/**
 * Sends one message in its shopper's language over its channel. The message's id is the key of every attempt, by which the
 * other side knows a repeat.
 */
export const sendNotification = async (deps: Deps, notification: ClaimedNotification): Promise<SendResult> => {
  const { template, locale } = notification
  const data = messageSchemas[template].parse(notification.data) as MessageData<typeof template>
  const message = await renderMessage(template, locale, data)
  const { id: key, recipient: to } = notification
  const { title, body } = message.short
  switch (notification.channel) {
    case 'email':
      return toResult(await deps.mailer.send({ key, to, ...message }))
    case 'sms':
      return toResult(await deps.smsSender.send({ key, to, body: `${title}\n${body}\n${messageLink(data)}` }))
    case 'push':
      return await push(deps, notification, { title, body, url: messageLink(data) })
  }
}

const push = async (
  { db, pushSender }: Deps,
  { id: key, recipient, userId }: ClaimedNotification,
  words: { readonly title: string; readonly body: string; readonly url: string },
): Promise<SendResult> => {
  const subscription = await getPushSubscription(db, { id: recipient, userId })
  if (!subscription) return { result: 'skipped', error: 'the browser is no longer subscribed' }
  const answer = await pushSender.send({ key, subscription, ...words })
  if (answer.outcome !== 'refused' || answer.reason === 'message-rejected') return toResult(answer)
  await forgetPushSubscription(db, recipient)
  return { result: 'skipped', error: `${answer.reason}: ${answer.detail}` }
}

const toResult = (answer: MessageAnswer<string>): SendResult => {
  switch (answer.outcome) {
    case 'ok':
      return { result: 'sent', ref: answer.ref }
    case 'refused':
      // Whoever told the provider to stop has chosen so.
      return {
        result: answer.reason === 'unsubscribed' ? 'skipped' : 'refused',
        error: `${answer.reason}: ${answer.detail}`,
      }
    case 'retryable':
    case 'unknown':
      return { result: 'again', error: `${answer.outcome}: ${answer.detail}` }
  }
}
