import { type Db, inTransaction } from '../client.ts'
import { closeGoneOnOf } from '../incident/close-gone-on.ts'
import { webhookSubject } from './webhook-subject.ts'

/** Closes what put a webhook in front of a person, once it is handled after all: nobody has anything to do there any more. */
export const closeWaitingWebhook = (db: Db, provider: string, eventId: string): Promise<void> =>
  inTransaction(db, tx => closeGoneOnOf(tx, webhookSubject(provider, eventId)))
