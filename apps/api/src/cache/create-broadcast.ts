export type Broadcast<Message> = {
  readonly tell: (message: Message) => void
  /** Hears every message from now on, until the returned function is called. */
  readonly follow: (listener: (message: Message) => void) => () => void
}

export const createBroadcast = <Message>(): Broadcast<Message> => {
  const listeners = new Set<(message: Message) => void>()
  return {
    tell: message => {
      for (const listener of listeners) listener(message)
    },
    follow: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
