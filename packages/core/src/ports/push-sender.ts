import type { MessageAnswer } from './message-answer.ts'

/**
 * What the shop asks of a browser's push service. Expected outcomes are values, never exceptions; a wrong setting of ours
 * throws. Web Push has no idempotency of its own: the key becomes the topic, so that a repeat takes the place of a message
 * still waiting, and the tag of the notification, so that a browser shows a repeat once.
 */
export type PushSender = {
  send(push: Push): Promise<PushAnswer>
}

/** What a browser gave the shop when its user said yes to notifications. */
export type PushSubscription = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

export type Push = {
  readonly key: string
  readonly subscription: PushSubscription
  readonly title: string
  readonly body: string
  /** The page that a touch on the notification opens. */
  readonly url: string
}

/** `subscription-gone`: the browser or its user took it back; the shop should forget it. */
export type PushRefusal = 'subscription-gone' | 'subscription-invalid' | 'message-rejected'

/** `ref` is the push service's address of the message. */
export type PushAnswer = MessageAnswer<PushRefusal>
