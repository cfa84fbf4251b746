import { type Channel, channels, type Topic, topics } from './message-plan.ts'

/** One choice of a shopper. */
export type Preference = { readonly channel: Channel; readonly topic: Topic; readonly wanted: boolean }

/** A mail about a shopper's money always goes out: nobody can be left without word of it. */
export const isLocked = (channel: Channel, topic: Topic): boolean => channel === 'email' && topic === 'money'

/** Whether a message is wanted: as chosen, and where nothing was chosen everything but marketing. */
export const isWanted = (chosen: readonly Preference[], channel: Channel, topic: Topic): boolean => {
  if (isLocked(channel, topic)) return true
  const choice = chosen.find(candidate => candidate.channel === channel && candidate.topic === topic)
  return choice?.wanted ?? topic !== 'marketing'
}

/** Every channel and topic with what holds for it, for a page that shows them all. */
export const allPreferences = (chosen: readonly Preference[]): readonly (Preference & { readonly locked: boolean })[] =>
  topics.flatMap(topic =>
    channels.map(channel => ({
      channel,
      topic,
      wanted: isWanted(chosen, channel, topic),
      locked: isLocked(channel, topic),
    })),
  )
