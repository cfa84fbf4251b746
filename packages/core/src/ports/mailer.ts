import type { MessageAnswer } from './message-answer.ts'

/**
 * What the shop asks of a mail server. Expected outcomes are values, never exceptions; a wrong setting of ours throws.
 * Mail has no idempotency of its own: the same key makes the same Message-ID, by which mailboxes recognise a repeat.
 */
export type Mailer = {
  send(mail: Mail): Promise<MailAnswer>
}

export type Mail = {
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
}

export type MailRefusal = 'address-rejected' | 'message-rejected'

/** `ref` is the Message-ID. */
export type MailAnswer = MessageAnswer<MailRefusal>
