const channelName = 'makegood.cart'

/** Tells the shop's other tabs that the cart is another one now; where a browser cannot, they see it at their next look. */
export const tellOtherTabs = (): void => {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('changed')
  channel.close()
}

/**
 * Calls back whenever another tab has changed the cart, and when the browser brings this page back as it was left, since
 * the cart may have changed on the way. Answers how to stop.
 */
export const onOtherTabs = (changed: () => void): (() => void) => {
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) changed()
  }
  window.addEventListener('pageshow', comeBack)
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
  if (channel) channel.onmessage = changed
  return () => {
    window.removeEventListener('pageshow', comeBack)
    channel?.close()
  }
}
