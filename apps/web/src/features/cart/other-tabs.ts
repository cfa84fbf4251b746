const channelName = 'makegood.cart'

/** Tells the shop's other tabs that the cart is another one now; where a browser cannot, they see it at their next look. */
export const tellOtherTabs = (): void => {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('changed')
  channel.close()
}

/** Calls back whenever another tab has changed the cart; answers how to stop. */
export const onOtherTabs = (changed: () => void): (() => void) => {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = changed
  return () => channel.close()
}
