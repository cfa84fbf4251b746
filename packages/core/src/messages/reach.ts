import type { Consequences } from '../console/consequences.ts'
import { messagePlans } from './message-plan.ts'
import { isWanted, type Preference } from './preferences.ts'

/** How the shopper of an order can be told of it, and how they want to be. */
export type Reach = {
  readonly preferences: readonly Preference[]
  /** Whether any browser of theirs takes push messages; mail and telephone every order has. */
  readonly takesPush: boolean
}

/** Only those messages, and over those channels, that this shopper would really be sent. */
export const withinReach = (consequences: Consequences, { preferences, takesPush }: Reach): Consequences => ({
  ...consequences,
  messages: consequences.messages.flatMap(({ template, channels }) => {
    const topic = Object.values(messagePlans).find(plan => plan.template === template)?.topic
    const open = channels.filter(
      channel => (channel !== 'push' || takesPush) && (topic === undefined || isWanted(preferences, channel, topic)),
    )
    return open.length > 0 ? [{ template, channels: open }] : []
  }),
})
