import { toldEvents } from '@makegood/core/messages/message-plan'
import { sendNotificationsSoon } from '../../notify/send-notifications.ts'
import { writeNotifications } from '../../notify/write-notifications.ts'
import type { Reaction } from '../reaction.ts'

/** Shoppers hear of what is certain, once an event and channel; a message that fails never touches its order. */
export const reaction: Reaction = {
  id: 'notifications',
  listensTo: toldEvents,
  async handle(deps, events) {
    try {
      await writeNotifications(deps, events)
    } finally {
      await sendNotificationsSoon(deps)
    }
  },
}
