import type { MessageAnswer } from './message-answer.ts'

/**
 * What the shop asks of an SMS provider. Expected outcomes are values, never exceptions; a wrong setting of ours throws.
 * The key travels as the provider's idempotency token: the same key sent again sends no second message.
 */
export type SmsSender = {
  send(sms: Sms): Promise<SmsAnswer>
}

/** `to` is a number in international form, such as `+821012345678`. */
export type Sms = { readonly key: string; readonly to: string; readonly body: string }

export type SmsRefusal = 'number-invalid' | 'number-not-reachable' | 'unsubscribed' | 'message-rejected'

/** `ref` is the provider's id of the message. */
export type SmsAnswer = MessageAnswer<SmsRefusal>
